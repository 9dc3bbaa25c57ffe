import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([SVGRenderer]);

const WIDTH = 860;
/** On either ground; the page's own ink replaces it where the picture is drawn. */
const INK = '#737b85';
export const font = { fontFamily: 'system-ui, sans-serif', fontSize: 13, color: INK };

/** A picture as an SVG element, or null where there is nothing that may be shown. */
export type Picture = string | null;

/**
 * Server-side rendering to SVG, without a browser and without animation.
 * @param height in pixels, beside a width of 860
 * @param option of kinds of chart and components that the caller has registered with ECharts
 */
export function draw(height: number, option: echarts.EChartsCoreOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, backgroundColor: 'transparent', ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
