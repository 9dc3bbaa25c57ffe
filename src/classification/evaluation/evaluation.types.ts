import type { Provenance } from '../../conversations/conversation.types.js';
import type { Interval } from './bootstrap.js';
import type { Grouping } from './records.js';

/** Figures by name, null where there is nothing to divide by, each with its 95 % interval. */
export type Told<Name extends string> = Record<Name, number | null> & {
  /** Null where a figure rests on fewer than about three texters, or no resamples were asked for. */
  intervals: Record<Name, Interval | null>;
};

/** How often something is right. */
export type Figures = Told<'precision' | 'recall' | 'f1'>;

/** How far scores are from what people said: `ece` in bins (0 is best), `brier` squared (0 is best). */
export type CalibrationFigures = Told<'ece' | 'brier'>;

export type LabelFigures = Told<'precision' | 'recall' | 'f1' | 'auroc' | 'ece' | 'brier'> & {
  id: string;
  /** Conversations that people gave the label. */
  gold: number;
  /** Conversations in which the label holds by the classifier. */
  predicted: number;
  /** Conversations in both. */
  both: number;
  /** Distinct texters behind `gold` and `predicted`. */
  texters: { gold: number; predicted: number };
};

/** Conversations that were given one label and not its sibling, in which the sibling was found in its place. */
export interface Confusion {
  given: string;
  found: string;
  /** How many that are. */
  conversations: number;
  /** Of how many that were given the one and not the other. */
  of: number;
  /** Distinct texters behind `of`. */
  texters: number;
  share: number | null;
  interval: Interval | null;
}

/** Scores between two bounds: what they say, and what is so. */
export interface ReliabilityBin {
  from: number;
  to: number;
  /** Pairs of conversation and label whose score is in the bin. */
  pairs: number;
  /** Distinct texters behind them. */
  texters: number;
  meanScore: number | null;
  /** Share of the pairs in which people gave the label. */
  observed: number | null;
  interval: Interval | null;
}

/** A figure of one group. */
export interface GroupFigure {
  /** `all`, `micro`, `macro`, `risk`, `level 1`, `hierarchical`, or a label's id. */
  row: string;
  figure: string;
  value: number | null;
  interval: Interval | null;
  /** The figure less that of all conversations. */
  gapToOverall: { value: number; interval: Interval | null } | null;
  /** The figure less that of the group that has the best; null for that group itself. */
  gapToBest: { value: number; interval: Interval | null } | null;
}

/** What may be told of the groups of a survey question. Figures of too few texters are not in it. */
export interface GroupEvaluation {
  by: Grouping;
  /** The labels over which each group's means are taken: those with texters enough in every group told. */
  macroLabels: string[];
  /** Groups of too few texters, or that could be told from those; nothing else is said of them. */
  withheld: string[];
  groups: {
    name: string;
    /** Distinct texters, rounded down to a multiple of the smallest group. */
    texters: number;
    figures: GroupFigure[];
  }[];
}

/** How well a classifier agrees with people. Labels are compared as listed: parents and children each for themselves. */
export type LabelEvaluation = Told<'top1' | 'top3' | 'exactMatch'> & {
  /** Conversations that people judged, also those to which they gave no label. */
  judged: number;
  /** Conversations without, which count for nothing. */
  withoutGold: number;
  /** Judged conversations that were given a label without the label above it. */
  withoutParent: number;
  /** Distinct texters of the judged conversations; a conversation without `texterId` counts as one. */
  texters: number;
  /** Gold ids that the taxonomy lacks, which count for nothing. */
  unknownLabels: string[];
  /** What the intervals rest on. */
  bootstrap: { resamples: number; seed: number; over: 'texters' };
  /** The number of equal bins behind every `ece`. */
  bins: number;
  /** Over all pairs of conversation and label. */
  micro: Figures & CalibrationFigures;
  /** Mean over the labels that have gold conversations. */
  macro: LabelMeans;
  /** Pairs over the risk labels only. */
  risk: Figures;
  /** By depth in the hierarchy, from 1: pairs, and the mean of F1 over the level's labels with gold conversations. */
  levels: (Told<'precision' | 'recall' | 'f1' | 'macroF1'> & { level: number })[];
  /** Pairs, after the labels above each one are added on both sides (Kiritchenko et al. 2006). */
  hierarchical: Figures;
  /** In the taxonomy's order; those neither given nor found left out. */
  labels: LabelFigures[];
  /** Most frequent first; those that did not happen left out. */
  confusions: Confusion[];
  /** Over all labels, and over the risk labels. */
  reliability: { all: ReliabilityBin[]; risk: ReliabilityBin[] };
  /** One for each survey question asked by. */
  groups: GroupEvaluation[];
};

export type LabelMeans = Told<'precision' | 'recall' | 'f1' | 'auroc' | 'ece' | 'brier'>;

/** An evaluation, and which engines and models were measured, in how many of the judged conversations each. */
export type SourcedEvaluation = LabelEvaluation & { provenance: (Provenance & { conversations: number })[] };
