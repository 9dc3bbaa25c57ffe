/**
 * Fairness settings after alpha-beta fair machine learning (Xu and Dolatabadi, PMLR 318, 2026): alpha leads from
 * the average risk to the worst group's, beta says how strongly a group's weight follows how far it falls behind.
 */
export interface Fairness {
  /** 0..1; 0 is plain training. */
  alpha: number;
  /** 0 or more; at 0 groups weigh alike, and the larger it is, the more the worst one weighs alone. */
  beta: number;
}

/** A group's loss and what its examples weigh together. */
export interface GroupLoss {
  loss: number;
  weight: number;
}

/**
 * What an example of each group counts for: (1 - alpha) + alpha * q / share, where q = softmax(beta * loss) over
 * the groups and share is the group's part of the examples. They are the gradient's weights of
 *
 *     (1 - alpha) * average loss + alpha * log(mean over groups of exp(beta * loss)) / beta
 *
 * which is a soft form of the worst group's risk (tilted losses, Li et al. 2021); taken anew after each pass, as
 * group DRO does (Sagawa et al. 2020). Over all examples they average 1.
 * @returns one weight a group; 1 where it has no examples
 */
export function groupWeights(groups: readonly GroupLoss[], { alpha, beta }: Fairness): number[] {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  const present = groups.filter(({ weight }) => weight > 0);
  const worst = Math.max(...present.map(({ loss }) => loss));
  const tilt = ({ loss }: GroupLoss) => Math.exp(beta * (loss - worst));
  const sum = present.reduce((all, group) => all + tilt(group), 0);
  return groups.map((group) =>
    group.weight > 0 ? 1 - alpha + (alpha * (tilt(group) / sum) * total) / group.weight : 1,
  );
}

/** The loss that is made small: each group's, weighted as its examples are. */
export function fairLoss(groups: readonly GroupLoss[], fairness: Fairness): number {
  const weights = groupWeights(groups, fairness);
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return groups.reduce((all, { loss, weight }, index) => all + (weights[index]! * loss * weight) / total, 0);
}
