/** From values to pixels, and the values to write at an axis. */
export interface Scale {
  (value: number): number;
  ticks: number[];
  log: boolean;
}

export function linear(least: number, most: number, from: number, to: number, count = 4): Scale {
  // What differs by rounding alone is one value: between its neighbours there is nothing to count in steps.
  const apart = most - least > 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  const span = apart ? most - least : Math.abs(most) || 1;
  const low = apart ? least : least - span / 2;
  const scale = ((value: number) => from + ((value - low) / span) * (to - from)) as Scale;
  scale.ticks = round(low, low + span, count);
  scale.log = false;
  return scale;
}

export function logarithmic(least: number, most: number, from: number, to: number): Scale {
  const low = Math.log10(least);
  const span = Math.log10(most) - low || 1;
  const scale = ((value: number) => from + ((Math.log10(Math.max(value, least)) - low) / span) * (to - from)) as Scale;
  scale.ticks = [];
  const steps = span > 2.5 ? [1] : span > 1.2 ? [1, 3] : [1, 2, 5];
  for (let power = Math.floor(low); power <= Math.ceil(low + span); power++) {
    for (const step of steps) {
      const tick = Number((step * Math.pow(10, power)).toPrecision(3));
      if (tick >= least * 0.999 && tick <= most * 1.001) scale.ticks.push(tick);
    }
  }
  scale.log = true;
  return scale;
}

function round(least: number, most: number, count: number): number[] {
  const raw = (most - least) / count;
  const power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = power * ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= raw * 0.999) ?? 10);
  const ticks: number[] = [];
  for (let index = Math.ceil(least / step - 1e-9); index * step <= most + step * 1e-9; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}
