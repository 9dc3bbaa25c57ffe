/** Mandelbrot's shift and an exponent near those of words: the commonest phrase is in one conversation of ten. */
const SHIFT = 2.7;
const EXPONENT = 1.05;

/**
 * Draws places from 0 on by the law of Zipf and Mandelbrot (Mandelbrot 1953).
 * @returns from a random number in 0..1 to a place below `count`
 */
export function zipf(count: number): (random: number) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place++) {
    sum += (place + 1 + SHIFT) ** -EXPONENT;
    sums[place] = sum;
  }
  return (random) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < random * sum) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
