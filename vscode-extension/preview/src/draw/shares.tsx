import type { Network, Stage } from "../model";
import { metric, percent } from "../numbers";
import { spread, title } from "../words";
import type { Paint } from "./paint";
import { fit, px, textWidth } from "./text";

/** Where each metric sits: one bar per metric, cut into the stages' shares in the stages' colours. */
export interface SharesProps {
  network: Network;
  width: number;
  paint: Paint;
  hovered?: string;
  onHover?: (stage: Stage | undefined) => void;
  onPick?: (stage: Stage) => void;
}

const SIZE = 11.5;
const BAR = 20;

export function sharesHeight(network: Network, width: number): number {
  return spread(network.stages).length * (narrow(width) ? 46 : 30);
}

const narrow = (width: number): boolean => width < 460;

export function SharesBody({ network, width, paint, hovered, onHover, onPick }: SharesProps) {
  const names = spread(network.stages);
  const label = narrow(width) ? 0 : Math.max(...names.map((name) => textWidth(title(name), SIZE))) + 14;
  const value = narrow(width) ? 0 : 66;
  const step = narrow(width) ? 46 : 30;
  const room = width - label - value;
  const last = Math.max(1, network.stages.length - 1);
  return (
    <g font-size={SIZE}>
      {names.map((name, row) => {
        const y = row * step + (narrow(width) ? 20 : 4);
        const total = network.totals[name];
        const unit = network.units[name] ?? "";
        let x = label;
        return (
          <g>
            <text x="0" y={narrow(width) ? y - 6 : y + 14} fill={paint.text} font-weight="500">{title(name)}</text>
            {total !== undefined && (
              <text x={px(width)} y={narrow(width) ? y - 6 : y + 14} fill={paint.text} text-anchor="end">{metric(round(total), unit)}</text>
            )}
            {network.stages.map((stage, index) => {
              const share = Math.max(0, stage.share[name] ?? 0);
              const from = x;
              x += share * room;
              if (share * room < 0.3) return null;
              const long = `${stage.name} ${percent(share, 0)}`;
              const inside = share * room - 8;
              const text = textWidth(long, 11) <= inside ? long : textWidth(stage.name, 11) <= inside ? stage.name : "";
              return (
                <g class="share" opacity={hovered !== undefined && hovered !== stage.name ? 0.4 : 1} onPointerEnter={() => onHover?.(stage)} onPointerLeave={() => onHover?.(undefined)} onClick={() => onPick?.(stage)}>
                  <title>{`${stage.name}: ${metric(round(stage.metrics[name] ?? 0), unit)}, ${percent(share)} of ${title(name)}`}</title>
                  <rect class="face" x={px(from)} y={y} width={px(Math.max(0.8, share * room - 1))} height={BAR} rx="2" fill={paint.stage(index / last, "front")} stroke={paint.stage(index / last, "edge")} stroke-width="0.6" />
                  {text && <text x={px(from + (share * room - 1) / 2)} y={y + 14} text-anchor="middle" font-size="11" fill={paint.ink}>{fit(text, share * room, 11)}</text>}
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

export function SharesDrawing(props: SharesProps) {
  const height = sharesHeight(props.network, props.width);
  const names = spread(props.network.stages);
  const spoken = names.map((name) => {
    const parts = props.network.stages.map((stage) => `${stage.name} ${percent(stage.share[name] ?? 0, 0)}`).join(", ");
    return `${title(name)}: ${parts}`;
  });
  return (
    <svg class="shares" xmlns="http://www.w3.org/2000/svg" width={Math.ceil(props.width)} height={height} viewBox={`0 0 ${Math.ceil(props.width)} ${height}`} role="img" aria-label={spoken.join(". ")} font-family={props.paint.font}>
      <SharesBody {...props} />
    </svg>
  );
}

/** Entropies and the like keep two decimals here. */
function round(value: number): number {
  return value === Math.round(value) ? value : Number(value.toPrecision(5));
}
