const DUPLICATE_KEY = 11_000;

/** Whether a write was refused because a unique index knows the value already. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY;

/** False when it is there already, or another one took its place; other failures are thrown. */
export const insertOnce = async (insert: Promise<unknown>): Promise<boolean> => {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
};
