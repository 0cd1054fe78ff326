import type { ButtonRowProps } from '@hubspot/ui-extensions';
import { Children, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { countThatFits } from './count-that-fits.ts';
import { testAttributes } from './extension-events.ts';
import { Drawing } from './icons/drawing.tsx';
import { sizeOf } from './sizes.ts';
import { useHostWords } from './words/use-host-words.ts';

const gapPixels = 8;
/** Room for the button behind which the rest is. */
const morePixels = 130;

type MoreProps = Pick<ButtonRowProps, 'disableDropdown' | 'dropDownButtonOptions'> & { readonly children: ReactNode };

/** The buttons that do not fit. They stay in the page while the list is closed, and so do the overlays that they opened. */
function More({ disableDropdown = false, dropDownButtonOptions = {}, children }: MoreProps) {
  const words = useHostWords();
  const { text = words.more, size, variant = 'secondary' } = dropDownButtonOptions;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div
      className="canvas-button-row__more"
      onKeyDown={closeOnEscape}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className={classNames('canvas-button', `canvas-button--${variant}`, `canvas-button--${sizeOf(size, 'md')}`)}
        disabled={disableDropdown}
        aria-expanded={isOpen}
        aria-controls={listId}
        {...(text === '' && { 'aria-label': words.more })}
        onClick={() => setOpen(!isOpen)}
      >
        {text === '' ? <Drawing name="settings" /> : text}
        <Drawing name="downCarat" className="canvas-button__carat" />
      </button>
      <div id={listId} className="canvas-button-row__list" hidden={!isOpen} onClick={() => setOpen(false)}>
        {children}
      </div>
    </div>
  );
}

export function ButtonRow(props: ButtonRowProps) {
  const all = Children.toArray(props.children);
  const row = useRef<HTMLDivElement>(null);
  const widths = useRef(new Map<number, number>());
  const [shown, setShown] = useState(all.length);
  // The row asks for the room that all buttons would need, whether they are in it or not.
  const [natural, setNatural] = useState<number | undefined>(undefined);

  useLayoutEffect(() => {
    const element = row.current;
    // A single button wraps its words instead of going behind a menu.
    if (element === null || all.length < 2) return;
    const measure = () => {
      // Not drawn yet, as in a dialog that is about to open.
      if (element.clientWidth === 0) return;
      element.querySelectorAll<HTMLElement>(':scope > [data-index]').forEach((child) => {
        widths.current.set(Number(child.dataset['index']), child.offsetWidth);
      });
      const known = [...Array(all.length).keys()].map((index) => widths.current.get(index) ?? 0);
      setShown(countThatFits(known, { room: element.clientWidth, gap: gapPixels, rest: morePixels }));
      setNatural(known.reduce((sum, width) => sum + width + gapPixels, -gapPixels));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [all.length]);

  return (
    <div
      ref={row}
      className="canvas-button-row"
      style={natural === undefined ? {} : { width: `${natural}px` }}
      {...testAttributes(props)}
    >
      {all.slice(0, shown).map((child, index) => (
        <div key={index} data-index={index}>
          {child}
        </div>
      ))}
      {shown < all.length && <More {...props}>{all.slice(shown)}</More>}
    </div>
  );
}
