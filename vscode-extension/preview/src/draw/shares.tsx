import type { Network, Stage } from "../model";
import { cell, percent } from "../numbers";
import { isPeak, spread, title } from "../words";
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
        const peak = isPeak(network.stages, name);
        let x = label;
        return (
          <g>
            <text x="0" y={narrow(width) ? y - 6 : y + 14} fill={paint.text} font-weight="500">{title(name)}</text>
            {total !== undefined && (
              <text x={px(width)} y={narrow(width) ? y - 6 : y + 14} fill={paint.text} text-anchor="end">{cell(total, unit, total)}</text>
            )}
            {network.stages.map((stage, index) => {
              const share = Math.max(0, stage.share[name] ?? 0);
              const from = x;
              const width = (peak ? 1 / network.stages.length : share) * room;
              const height = peak ? Math.max(1, BAR * Math.min(1, share)) : BAR;
              x += width;
              if (width < 0.3 || share === 0) return null;
              const long = peak && share < 0.9999 ? "" : peak ? `${stage.name}, the largest` : `${stage.name} ${percent(share, 0)}`;
              const inside = peak && share < 0.9999 ? 0 : width - 8;
              const text = textWidth(long, 11) <= inside ? long : textWidth(stage.name, 11) <= inside ? stage.name : "";
              return (
                <g class="share" onPointerEnter={() => onHover?.(stage)} onPointerLeave={() => onHover?.(undefined)} onClick={() => onPick?.(stage)}>
                  <title>{`${stage.name}: ${cell(stage.metrics[name] ?? 0, unit, total ?? 0)}, ${percent(share)} of ${title(name)}`}</title>
                  <rect class="face" opacity={hovered !== undefined && hovered !== stage.name ? 0.4 : undefined} x={px(from)} y={px(y + BAR - height)} width={px(Math.max(0.8, width - 1))} height={px(height)} rx="2" fill={paint.stage(index / last, "front")} stroke={paint.stage(index / last, "edge")} stroke-width="0.6" />
                  {text && <text x={px(from + (width - 1) / 2)} y={y + 14} text-anchor="middle" font-size="11" fill={paint.ink}>{fit(text, width, 11)}</text>}
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
