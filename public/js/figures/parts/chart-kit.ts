import {
  BarController,
  BarElement,
  BasicPlatform,
  Chart,
  LinearScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';

/** The parts of Chart.js that figures use; everything else stays out of the bundle. */
Chart.register(BarController, BarElement, LinearScale, PointElement, ScatterController, Tooltip);

/** `BasicPlatform` draws on what only looks like a canvas. */
export { BasicPlatform, Chart };
