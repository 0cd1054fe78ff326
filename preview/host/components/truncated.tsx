import { type CSSProperties, type ReactNode, useLayoutEffect, useState } from 'react';
import { WithTooltip } from './tooltip.tsx';

/** Whether an element's content is wider than the element. */
export function useIsCut(element: HTMLElement | null): boolean {
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    if (element === null) return;
    const measure = () => setCut(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [element]);
  return isCut;
}

type TruncatedProps = {
  readonly children: ReactNode;
  /** Shown instead of the text itself. */
  readonly tooltip?: string | undefined;
  readonly maxWidth?: number | undefined;
  /** False inside of something that takes the focus itself. */
  readonly isFocusable?: boolean;
};

/** One line; what does not fit is in a tooltip, for the keyboard as well. */
export function Truncated({ children, tooltip, maxWidth, isFocusable = true }: TruncatedProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const isCut = useIsCut(element);
  const style: CSSProperties = maxWidth === undefined ? {} : { maxWidth: `${maxWidth}px` };
  const line = (
    <span ref={setElement} className="canvas-truncated" style={style} {...(isCut && isFocusable && { tabIndex: 0 })}>
      {children}
    </span>
  );
  return isCut ? <WithTooltip text={tooltip ?? children}>{line}</WithTooltip> : line;
}
