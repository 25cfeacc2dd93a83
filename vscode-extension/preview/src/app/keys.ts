/** Arrow keys go from stage to stage and from point to point; Enter and space press them; Escape closes. */
export function keys(root: HTMLElement, close: () => void): void {
  root.addEventListener("keydown", (event) => {
    const here = event.target as Element;
    if (event.key === "Escape") return close();
    const kind = here.hasAttribute("data-stage") ? "data-stage" : here.hasAttribute("data-point") ? "data-point" : undefined;
    if (!kind) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      here.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const all = [...(here.closest("svg")?.querySelectorAll<SVGElement>(`[${kind}]`) ?? [])];
    const index = all.indexOf(here as SVGElement);
    const next = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
  });
}
