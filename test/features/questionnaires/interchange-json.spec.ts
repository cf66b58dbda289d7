import Ajv from 'ajv';
import fc from 'fast-check';
import { checkEnvelope, publishedSchema } from '../../../src/features/questionnaires/interchange/inputs';
import { FORMAT, FORMAT_VERSION } from '../../../src/features/questionnaires/interchange/json/envelope';
import { readQuestionnaireFile } from '../../../src/features/questionnaires/interchange/read-file';
import { OWES_CLIENTS, TEMPLATES } from '../../../src/features/questionnaires/templates';
import { anyDefinition } from './interchange-definitions';
import { EVERY_KIND } from './languages-definitions';

const fulfils = new Ajv({ strict: true, allErrors: false }).compile(publishedSchema());
const enveloped = (definition: unknown) => ({ format: FORMAT, formatVersion: FORMAT_VERSION, definition });
/** A copy with something else in one place. */
const changed = (path: readonly (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(enveloped(OWES_CLIENTS)) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((object, key) => object[String(key)] as never, copy);
  if (value === undefined) Reflect.deleteProperty(parent, String(path.at(-1)));
  else parent[String(path.at(-1))] = value;
  return copy;
};

describe('the published schema', () => {
  test.each([
    ...TEMPLATES.map(({ name, definition }) => [name, definition] as const),
    ['every kind', EVERY_KIND] as const,
  ])('is fulfilled by %s', (_name, definition) => {
    expect(fulfils(JSON.parse(JSON.stringify(enveloped(definition))))).toBe(true);
  });

  test.each([
    ['another format', ['format'], 'cos-innego'],
    ['another version of the format', ['formatVersion'], 2],
    ['an unknown key', ['definition', 'haslo'], 'x'],
    ['an unknown key deep inside', ['definition', 'pages', 0, 'items', 0, 'onclick'], 'alert(1)'],
    ['an unknown kind', ['definition', 'pages', 0, 'items', 0, 'kind'], 'wideo'],
    ['no code', ['definition', 'pages', 0, 'items', 0, 'code'], undefined],
    ['a code with a space', ['definition', 'pages', 0, 'items', 0, 'code'], 'K 1'],
    ['a code that is an object', ['definition', 'code'], { $gt: '' }],
    ['a text that is too long', ['definition', 'title'], 'x'.repeat(3000)],
    ['required that is not true', ['definition', 'pages', 0, 'items', 0, 'required'], false],
  ])('refuses %s, and so do we', (_name, path, value) => {
    const file = changed(path, value);
    expect(fulfils(file)).toBe(false);
    expect(checkEnvelope(file)).toHaveProperty('faults');
  });

  test('says the same as our own check, whatever the questionnaire', () => {
    fc.assert(
      fc.property(
        anyDefinition,
        fc.jsonValue(),
        fc.constantFrom('title', 'pages', 'minutes', 'languages', 'code'),
        (definition, value, key) => {
          const file = JSON.parse(JSON.stringify(enveloped({ ...definition, [key]: value }))) as unknown;
          expect('definition' in checkEnvelope(file)).toBe(fulfils(file));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a JSON file', () => {
  const read = (text: string) => readQuestionnaireFile({ bytes: Buffer.from(text) });

  test('that does not keep to the schema is refused with the path of every fault', async () => {
    const { definition, remarks } = await read(
      JSON.stringify(changed(['definition', 'pages', 0, 'items', 0, 'onclick'], 'x')),
    );
    expect(definition).toBeNull();
    expect(remarks).toMatchObject([
      { level: 'refused', kind: 'unknown-key', place: { code: 'definition.pages.0.items.0.onclick' } },
    ]);
  });

  test('has its texts made plain, and the report names them', async () => {
    const { definition, remarks } = await read(
      JSON.stringify(changed(['definition', 'pages', 0, 'items', 0, 'text'], 'Kto<script>alert(1)</script>?')),
    );
    expect(definition?.pages[0]?.items[0]?.text).toBe('Kto?');
    expect(remarks).toMatchObject([{ level: 'changed', kind: 'text-script', place: { code: 'K1/text' } }]);
  });

  test.each([
    ['nested 100,000 deep', '['.repeat(100_000), 'interchange.too-deep'],
    ['cut off', JSON.stringify(enveloped(OWES_CLIENTS)).slice(0, 5000), 'interchange.not-json'],
    ['of another kind', '{"a":1}', 'interchange.unknown-kind'],
    ['that is a list', '[1,2]', 'interchange.unknown-kind'],
    ['that is no JSON', 'type,name,label', 'interchange.unknown-kind'],
  ])('%s is refused', async (_name, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  test('that tries to reach into our objects changes nothing', async () => {
    const text = JSON.stringify(enveloped(OWES_CLIENTS)).replace(
      '"definition":{',
      '"definition":{"__proto__":{"polluted":true},',
    );
    const { definition } = await read(text);
    expect(definition).toBeNull();
    expect({}).not.toHaveProperty('polluted');
  });
});
