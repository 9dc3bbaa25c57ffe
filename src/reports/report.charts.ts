import * as echarts from 'echarts/core';
import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  type GridComponentOption,
  type LegendComponentOption,
} from 'echarts/components';
import { draw, font, type Picture } from '../pages/drawing.js';
import type { Report } from './report.types.js';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent]);

type Option = echarts.ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption
>;

const ROW = 26;
/** Blue and grey for this week and before, told apart in any colour vision and on light and dark ground. */
const THIS_WEEK = '#2f7ed8';
const BEFORE = '#9aa3ad';
/** After Okabe and Ito (2008), for colour-blind readers. */
const LINES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00'];

/** Bars of the labels' hierarchy: texters of the week beside the weekly mean before. */
export function labelBars({ labels }: Report): Picture {
  const shown = labels.filter(({ texters }) => texters.week !== null || texters.weeklyMeanBefore !== null);
  return bars(
    shown.map(({ path, texters }) => ({
      name: path.join(' › '),
      week: texters.week,
      before: texters.weeklyMeanBefore,
    })),
  );
}

/** Bars of the themes outside the taxonomy. */
export function themeBars({ themes }: Report): Picture {
  return bars(
    themes.map(({ name, growth }) => ({ name, week: growth.week, before: growth.weeklyMeanBefore })),
  );
}

/** Lines of the five weeks: all texters, and the labels with most of them. */
export function trendLines({ trend, labels }: Report): Picture {
  const valuesOf = (id: string) =>
    trend.map((week) => week.labels.find((label) => label.id === id)?.texters ?? null);
  const most = labels
    .filter(({ parent }) => parent === null)
    .map(({ id, name }) => ({ name, values: valuesOf(id) }))
    .filter(({ values }) => values.some((value) => value !== null))
    .toSorted((a, b) => sum(b.values) - sum(a.values))
    .slice(0, LINES.length - 1);
  const lines = [{ name: 'All texters', values: trend.map(({ texters }) => texters) }, ...most];
  if (lines.every(({ values }) => values.every((value) => value === null))) return null;
  return draw(360, {
    color: LINES,
    legend: { top: 0, itemGap: 28, textStyle: font },
    grid: { left: 48, right: 24, top: 64, bottom: 32 },
    xAxis: { type: 'category', data: trend.map(({ week }) => `to ${week.to}`), axisLabel: font },
    yAxis: { type: 'value', minInterval: 1, axisLabel: font, splitLine: { lineStyle: { opacity: 0.3 } } },
    series: lines.map(({ name, values }) => ({
      type: 'line',
      name,
      data: values,
      symbolSize: 8,
      lineStyle: { width: 2.5 },
    })),
  } satisfies Option);
}

function bars(rows: readonly { name: string; week: number | null; before: number | null }[]): Picture {
  if (rows.length === 0) return null;
  return draw(80 + rows.length * ROW * 1.4, {
    color: [THIS_WEEK, BEFORE],
    legend: { top: 0, itemGap: 28, textStyle: font },
    grid: { left: 290, right: 48, top: 36, bottom: 28 },
    xAxis: { type: 'value', minInterval: 1, axisLabel: font, splitLine: { lineStyle: { opacity: 0.3 } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { ...font, width: 270, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        name: 'This week',
        data: rows.map(({ week }) => week),
        label: { ...font, show: true, position: 'right' },
      },
      { type: 'bar', name: 'Weekly mean of the four weeks before', data: rows.map(({ before }) => before) },
    ],
  } satisfies Option);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
