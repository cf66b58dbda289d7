import { Refusal } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

const largestBytes = 100 * 1024 * 1024;
const bytesPerValue = 40;

/** How much a stage that must see everything before its first result may keep in memory, as in MongoDB 100 MB. */
export class Budget {
  private spent = 0;

  constructor(private readonly stage: string) {}

  spend(bytes: number): void {
    this.spent += bytes;
    if (this.spent > largestBytes)
      throw new Refusal(292, `Exceeded memory limit of ${largestBytes} bytes for ${this.stage}`);
  }
}

/** Roughly what a value takes in memory. */
export const bytesOf = (value: BsonValue | undefined): number => {
  if (typeof value === 'string') return bytesPerValue + 2 * value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + bytesOf(item), bytesPerValue);
  if (!isDocument(value)) return bytesPerValue + (value instanceof Object && 'buffer' in value ? value.length() : 0);
  let sum = bytesPerValue;
  for (const inner of value.values()) sum += bytesPerValue + bytesOf(inner);
  return sum;
};
