/** What of the library is used: a pen that writes SVG where a canvas would paint. */
declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  export class Context {
    constructor(width: number, height: number);
    getSvg(): SVGSVGElement;
  }
}
