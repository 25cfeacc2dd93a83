import type { Budget, Control } from "../model";
import { amount, percent, signed, written } from "../numbers";
import { meaning, title } from "../words";
import { Bar, Card, Link } from "./parts";
import { Slider } from "./slider";
import type { PartProps } from "./ui";

/** Each budget as a bar: what is used, the limit, what is left, what more of it would bring; and every number that may be dragged. */
export function Budgets({ design, ui, act }: PartProps) {
  const own = new Set(design.budgets.map((budget) => budget.control));
  const parameters = ui.can.edit ? design.controls.filter((control) => !own.has(control.id)) : [];
  if (design.budgets.length + parameters.length === 0) return null;
  const priced = design.budgets.some((budget) => budget.price);
  const askable = ui.can.edit && ui.point === undefined && !priced && design.budgets.length > 0 && (design.status === "optimal" || design.status === "feasible");
  const draggable = ui.can.edit && design.controls.length > 0;
  const name = design.budgets.length === 0 ? "Parameters" : parameters.length === 0 ? "Budgets" : "Budgets and parameters";
  return (
    <Card
      name="budgets"
      title={name}
      wide
      hint={draggable && "Drag a number: the text follows, and so does the network."}
      aside={askable && (
        <button type="button" class="quiet" onClick={() => act({ do: "explain", design: design.name })}>What would more bring?</button>
      )}
    >
      <ul class="plain tiles">
        {design.budgets.map((budget) => (
          <BudgetTile key={`${budget.budget}.${budget.name}`} budget={budget} control={design.controls.find((one) => one.id === budget.control)} design={design} ui={ui} act={act} />
        ))}
        {parameters.map((control) => (
          <li key={control.id}>
            <div class="line">
              <Link class="name" source={control.source} can={ui.can.edit} act={act}>{control.label}</Link>
              <span class="figure"><b>{written(ui.drag[control.id] ?? control.value, control.unit)}</b></span>
            </div>
            <Slider control={control} design={design.name} ui={ui} act={act} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function BudgetTile({ budget, control, design, ui, act }: PartProps & { budget: Budget; control?: Control }) {
  const limit = (control && ui.drag[control.id]) ?? budget.limit;
  const { value, unit, upper } = budget;
  const broken = value !== undefined && (upper ? value > limit * (1 + 1e-12) : value < limit * (1 - 1e-12));
  const tone = broken ? "bad" : budget.active ? "full" : "ok";
  const most = Math.max(limit, value ?? 0) * (upper && !broken ? 1 : 1.12);
  return (
    <li class={`budget ${tone}`}>
      <div class="line">
        <Link class="name" source={budget.source} can={ui.can.edit} act={act}>{title(budget.name)}</Link>
        {budget.budget && <span class="from">{budget.budget}</span>}
        <span class="figure">
          {value !== undefined && <b>{amount(value, unit, 4)}</b>} {upper ? (value === undefined ? "at most" : "of") : "at least"} {written(limit, unit)}
        </span>
      </div>
      {meaning(budget.name) && <p class="hint about">{meaning(budget.name)}</p>}
      {value !== undefined && <Bar share={value / most} tone={tone} mark={most === limit ? undefined : limit / most} />}
      {(value !== undefined || budget.price) && (
        <div class="line small">
          <span class={broken ? "broken" : ""}>{value !== undefined && left(value, limit, upper, unit)}</span>
          {budget.price && (
            <span class="price">
              {price(budget)}
              {multiplier(budget)}
            </span>
          )}
        </div>
      )}
      {ui.can.edit && control && <Slider control={control} design={design.name} ui={ui} act={act} />}
      {ui.can.edit && !control && ui.point === undefined && <p class="hint">No number of yours to drag: the limit is computed, or comes from a library.</p>}
    </li>
  );
}

function left(value: number, limit: number, upper: boolean, unit: string): string {
  const rest = upper ? limit - value : value - limit;
  const share = limit === 0 ? "" : ` (${percent(Math.abs(rest / limit), Math.abs(rest / limit) < 0.01 ? 2 : 1)})`;
  if (rest < 0) return `${amount(-rest, unit, 3)} too ${upper ? "much" : "little"}${share}`;
  if (rest === 0) return "used up exactly";
  return upper ? `${amount(rest, unit, 3)} left${share}` : `${amount(rest, unit, 3)} above the limit${share}`;
}

/** What the relaxation expects of one percent more, where networks come in steps. */
function multiplier({ price }: Budget): string {
  return price?.multiplier === undefined ? "" : `, by its multiplier ${price.multiplier === 0 ? "0" : signed(price.multiplier, (size) => amount(size, "", 3))}`;
}

/** What one percent more would bring. */
function price({ price }: Budget): string {
  if (!price) return "";
  if (price.gain !== undefined && price.gain > 0) return `1 % more brings ${signed(price.gain, (size) => amount(size, "", 3))}${price.proved ? "" : " or more"}`;
  if (price.most !== undefined && price.most <= 0) return "more would bring nothing";
  if (price.most !== undefined) return `1 % more brings at most ${signed(price.most, (size) => amount(size, "", 3))}`;
  return price.gain === 0 && price.proved ? "more would bring nothing" : "worth unknown";
}
