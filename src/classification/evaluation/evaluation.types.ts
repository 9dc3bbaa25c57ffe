/** How often something is right; null where there is nothing to divide by. */
export interface Figures {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface LabelFigures extends Figures {
  id: string;
  /** Conversations that people gave the label. */
  gold: number;
  /** Conversations in which the label holds by the classifier. */
  predicted: number;
  /** Conversations in both. */
  both: number;
}

/** How well a classifier agrees with people. Labels are compared as listed: parents and children each for themselves. */
export interface LabelEvaluation {
  /** Conversations that people judged, also those to which they gave no label. */
  judged: number;
  /** Conversations without, which count for nothing. */
  withoutGold: number;
  /** Gold ids that the taxonomy lacks, which count for nothing. */
  unknownLabels: string[];
  /** Share of conversations with a gold label whose highest label is one of the gold ones. */
  top1: number | null;
  /** Share of them of whose three highest labels one or more is a gold one. */
  top3: number | null;
  /** Over all pairs of conversation and label. */
  micro: Figures;
  /** Mean over the labels that have gold conversations. */
  macro: Figures;
  /** Pairs over the risk labels only. */
  risk: Figures;
  /** In the taxonomy's order; those neither given nor found left out. */
  labels: LabelFigures[];
}
