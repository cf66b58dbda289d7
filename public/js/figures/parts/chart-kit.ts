import { BarController, BarElement, Chart, LinearScale, PointElement, ScatterController, Tooltip } from 'chart.js';

/** The parts of Chart.js that figures use; everything else stays out of the bundle. */
Chart.register(BarController, BarElement, LinearScale, PointElement, ScatterController, Tooltip);

export { Chart };
