import { drawFigures } from './parts/draw-figures';

drawFigures(document);
