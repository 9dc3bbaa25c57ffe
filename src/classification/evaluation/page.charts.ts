import * as echarts from 'echarts/core';
import {
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  type BarSeriesOption,
  type CustomSeriesOption,
  type HeatmapSeriesOption,
  type LineSeriesOption,
} from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  VisualMapComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type VisualMapComponentOption,
} from 'echarts/components';
import { draw, font, type Picture } from '../../pages/drawing.js';
import type { ReliabilityBin } from './evaluation.types.js';

echarts.use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  VisualMapComponent,
]);

type Option = echarts.ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | VisualMapComponentOption
>;

/** Blue and vermilion after Okabe and Ito (2008), for colour-blind readers; on light and dark ground. */
const ALL = '#0072b2';
const RISK = '#d55e00';
const IDEAL = '#9aa3ad';

/** Curves that may be shown: bins of too few texters are left out by the caller. */
export interface ReliabilityCurves {
  all: readonly ReliabilityBin[];
  risk: readonly ReliabilityBin[];
}

/** What scores say against what is so, with intervals; a probability that means what it says lies on the diagonal. */
export function reliabilityPlot({ all, risk }: ReliabilityCurves): Picture {
  if (all.length === 0) return null;
  const axis = { type: 'value', min: 0, max: 1, axisLabel: font, nameTextStyle: font } as const;
  return draw(460, {
    legend: { top: 0, itemGap: 28, textStyle: font },
    grid: { left: 64, right: 32, top: 44, bottom: 56 },
    xAxis: { ...axis, name: 'score of the classifier', nameLocation: 'middle', nameGap: 34 },
    yAxis: {
      ...axis,
      name: 'share that people gave',
      nameLocation: 'middle',
      nameGap: 44,
      splitLine: { lineStyle: { opacity: 0.3 } },
    },
    series: [
      {
        type: 'line',
        name: 'a score that means what it says',
        color: IDEAL,
        showSymbol: false,
        lineStyle: { type: 'dashed', width: 1.5 },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
      ...curve('all labels', ALL, all),
      ...(risk.length > 0 ? curve('risk labels', RISK, risk) : []),
    ],
  } satisfies Option);
}

function curve(
  name: string,
  color: string,
  bins: readonly ReliabilityBin[],
): (LineSeriesOption | CustomSeriesOption)[] {
  const ranges = bins.flatMap(({ meanScore, interval }) =>
    interval ? [[meanScore ?? 0, interval[0], interval[1]]] : [],
  );
  return [
    {
      type: 'line',
      name,
      color,
      symbol: 'circle',
      symbolSize: 8,
      lineStyle: { width: 2.5 },
      data: bins.map(({ meanScore, observed }) => [meanScore ?? 0, observed ?? 0]),
    },
    {
      type: 'custom',
      data: ranges,
      renderItem: (_, api) => {
        const [x1, y1] = api.coord([api.value(0), api.value(1)]);
        const [, y2] = api.coord([api.value(0), api.value(2)]);
        return { type: 'line', shape: { x1, y1, x2: x1, y2 }, style: { stroke: color, lineWidth: 1.5 } };
      },
    },
  ];
}

/** A square of the confusion picture: of the conversations given one label, the share in which another was found. */
export interface ConfusionSquare {
  given: string;
  found: string;
  /** In 0..1. */
  share: number;
}

/**
 * Given labels down, found ones across: on the diagonal how often the label itself was found, beside it how often a
 * sibling was found in its place.
 * @param names of the labels, in their order
 */
export function confusionPicture(names: readonly string[], squares: readonly ConfusionSquare[]): Picture {
  if (names.length < 2 || squares.length === 0) return null;
  const labels = { type: 'category' as const, data: [...names], axisTick: { show: false } };
  return draw(240 + names.length * 26, {
    grid: { left: 230, right: 24, top: 16, bottom: 200 },
    xAxis: { ...labels, axisLabel: { ...font, rotate: 60, interval: 0 } },
    yAxis: { ...labels, inverse: true, axisLabel: { ...font, interval: 0 } },
    visualMap: {
      min: 0,
      max: 100,
      show: false,
      inRange: { color: ['rgba(0,114,178,0.04)', 'rgba(0,114,178,0.6)'] },
    },
    series: [
      {
        type: 'heatmap',
        data: squares.map(({ given, found, share }) => [
          names.indexOf(found),
          names.indexOf(given),
          Math.round(share * 100),
        ]),
        label: { ...font, fontSize: 11, show: true, formatter: '{@[2]}' },
        itemStyle: { borderWidth: 1, borderColor: 'rgba(128,128,128,0.25)' },
      },
    ],
  } satisfies Option);
}
