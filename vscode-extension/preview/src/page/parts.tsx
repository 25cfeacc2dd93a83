import type { ComponentChildren } from "preact";
import type { Source } from "../model";
import type { Act } from "./ui";

/** A titled box. */
export function Card(props: { title: string; hint?: ComponentChildren; wide?: boolean; name: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class={`card ${props.name} ${props.wide ? "wide" : ""}`} aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.aside}
        {props.hint && <p class="hint">{props.hint}</p>}
      </header>
      {props.children}
    </section>
  );
}

/** A sentence in which `text` between backquotes is code. */
export function Prose({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** Text that leads to its source where there is one and the host can show it. */
export function Link(props: { source?: Source; can: boolean; act: Act; class?: string; label?: string; children: ComponentChildren }) {
  const { source, act } = props;
  if (!source || !props.can) return <span class={props.class}>{props.children}</span>;
  return (
    <button type="button" class={`link ${props.class ?? ""}`} title="Show in the text" aria-label={props.label} onClick={() => act({ do: "reveal", source })}>
      {props.children}
    </button>
  );
}

/** A horizontal bar: `share` of it is filled; a limit is marked where it is not the end. */
export function Bar(props: { share: number; tone: string; mark?: number }) {
  const percent = (share: number) => `${Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10}%`;
  return (
    <svg class={`bar ${props.tone}`} aria-hidden="true" focusable="false" width="100%" height="12">
      <rect class="track" width="100%" y="2" height="8" rx="4" />
      <rect class="fill" width={percent(props.share)} y="2" height="8" rx="4" />
      {props.mark !== undefined && <rect class="mark" x={percent(props.mark)} width="2" height="12" />}
    </svg>
  );
}
