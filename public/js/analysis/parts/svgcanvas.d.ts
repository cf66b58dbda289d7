/** What of the library is used: a pen that writes SVG where a canvas would paint. */
declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  export class Context {
    constructor(options: {
      readonly width: number;
      readonly height: number;
      readonly document: Document;
      readonly ctx: CanvasRenderingContext2D | null;
    });
    getSvg(): SVGSVGElement;
  }
}
