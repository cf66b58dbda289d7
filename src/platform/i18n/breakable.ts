const PLACES = /(?<=[@._/-])|(?<=[^@._/-]{16})/;

/** A long address in parts between which a line may end. */
export const breakable = (text: string): readonly string[] => text.split(PLACES);
