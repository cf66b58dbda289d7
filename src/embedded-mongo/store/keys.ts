/** Key layout: one letter, then big-endian numbers of fixed width, then order-preserving bytes. */
const lettered = (letter: string, id: number): Buffer => {
  const key = Buffer.alloc(5);
  key.write(letter, 'latin1');
  key.writeUInt32BE(id, 1);
  return key;
};

export const formatKey = Buffer.from('mformat');
export const nextIdKey = Buffer.from('mnext-id');
export const catalogPrefix = Buffer.from('c');
export const catalogKey = (namespace: string): Buffer => Buffer.from(`c${namespace}`);
export const countKey = (collectionId: number): Buffer => lettered('n', collectionId);
export const documentPrefix = (collectionId: number): Buffer => lettered('d', collectionId);
export const indexPrefix = (indexId: number): Buffer => lettered('i', indexId);
