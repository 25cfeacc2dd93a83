import type { Control } from "../model";
import { written } from "../numbers";
import { Prose } from "./parts";
import type { Act, Ui } from "./ui";

const STEPS = 1000;

/** Where a value stands on the slider, 0 to STEPS. */
export function place(control: Control, value: number): number {
  const { least, most } = control;
  const share = control.log ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
  return Math.round(Math.min(1, Math.max(0, share)) * STEPS);
}

/** The value at a place, rounded to the control's step and to three digits where the step is finer. */
export function valueAt(control: Control, place: number): number {
  const { least, most, step } = control;
  const share = place / STEPS;
  const raw = control.log ? least * Math.pow(most / least, share) : least + share * (most - least);
  const stepped = step > 0 ? Math.round(raw / step) * step : raw;
  const rounded = Number(stepped.toPrecision(step > 0 && step > Math.abs(raw) * 1e-3 ? 12 : 3));
  return Math.min(most, Math.max(least, rounded));
}

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A number of the text that may be dragged. Its ends stay where they were when it was first taken hold of, as long as its value lies between them. */
export function Slider({ control: given, design, ui, act }: { control: Control; design: string; ui: Ui; act: Act }) {
  const value = ui.drag[given.id] ?? given.value;
  const ends = ui.ends[`${design}.${given.id}`];
  const control = ends && value >= ends.least && value <= ends.most ? { ...given, ...ends } : given;
  const send = (event: Event, done: boolean) => {
    const input = event.currentTarget as HTMLInputElement;
    act({ do: "slide", design, control: control.id, value: valueAt(control, Number(input.value)), done });
  };
  // A key is one step of the number as it is written, which may be less or more than one of the knob.
  const press = (event: KeyboardEvent) => {
    const steps = KEYS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    act({ do: "step", design, control: control.id, steps });
  };
  const coarse = control.step > 0 && (control.most - control.least) / control.step < STEPS && !control.log;
  return (
    <div class="slider">
      <span class="end" aria-hidden="true">{written(control.least, control.unit)}</span>
      <input
        type="range"
        min="0"
        max={STEPS}
        step={coarse ? (STEPS * control.step) / (control.most - control.least) : 1}
        value={place(control, value)}
        aria-label={`${control.label}: drag to change the text`}
        aria-valuetext={written(value, control.unit)}
        data-control={control.id}
        onKeyDown={press}
        onInput={(event) => send(event, false)}
        onChange={(event) => send(event, true)}
      />
      <span class="end" aria-hidden="true">{written(control.most, control.unit)}</span>
      {control.note && <p class="hint note">Dragging <Prose text={control.note} />.</p>}
    </div>
  );
}
