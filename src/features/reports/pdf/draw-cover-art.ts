import { drawArtifact, type Sheet } from './sheet';

/** Shades of the brand, dark to pale; the last one is ochre. */
const SHADES = ['#0d4236', '#14594a', '#347f6f', '#86bfb0', '#bfddd4', '#e7f1ee', '#b5790f'] as const;
/** The tiles of the house's cover, row by row, by shade counted from 1; 0: the speech bubble. */
const TILES = [
  [2, 3, 3, 2, 1],
  [5, 1, 2, 4, 0],
  [3, 4, 3, 3, 2],
  [6, 5, 3, 4, 1],
] as const;
const CELL = 100;
const BUBBLE = 'M412 103h76a9 9 0 0 1 9 9v56a9 9 0 0 1-9 9h-44l-28 20c-5 3-13 0-13-7v-78a9 9 0 0 1 9-9z';

/** Tiles and a speech bubble that fill a place and are cut at its edges: decoration, so a screen reader passes it by. */
export const drawCoverArt = (sheet: Sheet, place: { x: number; y: number; width: number; height: number }): void => {
  const { doc } = sheet;
  const columns = TILES[0].length * CELL;
  const rows = TILES.length * CELL;
  const scale = Math.max(place.width / columns, place.height / rows);
  drawArtifact(sheet, () => {
    doc.save().rect(place.x, place.y, place.width, place.height).clip();
    doc.translate(place.x + (place.width - columns * scale) / 2, place.y).scale(scale);
    TILES.forEach((shades, row) => {
      shades.forEach((shade, column) => {
        if (shade === 0) doc.path(BUBBLE).fill(SHADES[6]);
        else doc.roundedRect(column * CELL + 3, row * CELL + 3, 94, 94, 9).fill(SHADES[shade - 1] ?? SHADES[0]);
      });
    });
    doc.restore();
  });
};
