/** The part of jStat that is used here; the package brings no types. */
declare module 'jstat' {
  const statistics: {
    jStat: {
      beta: {
        /** The quantile of a Beta distribution at `share`, in 0..1. */
        inv(share: number, alpha: number, beta: number): number;
        /** The share below `value`, in 0..1. */
        cdf(value: number, alpha: number, beta: number): number;
      };
      normal: {
        /** The quantile of a normal distribution at `share`, in 0..1. */
        inv(share: number, mean: number, deviation: number): number;
      };
    };
  };
  export default statistics;
}
