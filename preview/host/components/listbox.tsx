import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { Drawing } from './icons/drawing.tsx';
import { useHostWords } from './words/use-host-words.ts';

export type ListOption = { readonly label: string; readonly value: string | number | boolean };

/** HubSpot adds a search box when there are more than seven options. */
const searchedFrom = 8;

type ListboxProps = {
  readonly label: string;
  readonly options: readonly ListOption[];
  readonly selected: readonly ListOption['value'][];
  readonly isMultiple?: boolean;
  readonly onSelect: (option: ListOption) => void;
  /** Given by an extension that wants to follow the search. */
  readonly onSearch?: ((text: string) => void) | undefined;
};

const includesText = (option: ListOption, text: string) =>
  option.label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

/** The open list of a select. The focus stays in the search box or on the list; the active option is only pointed at. */
export function Listbox({ label, options, selected, isMultiple = false, onSelect, onSearch }: ListboxProps) {
  const id = useId();
  const words = useHostWords();
  const [search, setSearch] = useState('');
  const isSearchable = options.length >= searchedFrom || onSearch !== undefined;
  const shown = options.filter((option) => includesText(option, search));
  const firstSelected = options.findIndex((option) => selected.includes(option.value));
  const [active, setActive] = useState(Math.max(0, firstSelected));
  const activeIndex = Math.min(active, shown.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', atMs: 0 });

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);

  const jumpTo = (key: string, nowMs: number) => {
    const text = nowMs - typed.current.atMs > 700 ? key : typed.current.text + key;
    typed.current = { text, atMs: nowMs };
    const match = shown.findIndex((option) => option.label.toLocaleLowerCase().startsWith(text.toLocaleLowerCase()));
    if (match >= 0) setActive(match);
  };
  const choose = () => {
    const option = shown[activeIndex];
    if (option !== undefined) onSelect(option);
  };
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(shown.length - 1, activeIndex + 1),
      ArrowUp: Math.max(0, activeIndex - 1),
      PageDown: Math.min(shown.length - 1, activeIndex + 8),
      PageUp: Math.max(0, activeIndex - 8),
      ...(!isSearchable && { Home: 0, End: shown.length - 1 }),
    };
    const move = moves[event.key];
    if (move !== undefined) setActive(move);
    else if (event.key === 'Enter' || (event.key === ' ' && !isSearchable)) choose();
    else if (!isSearchable && event.key.length === 1) {
      jumpTo(event.key, event.timeStamp);
      return;
    } else return;
    event.preventDefault();
  };

  const listId = `${id}-list`;
  const pointing = activeIndex >= 0 ? { 'aria-activedescendant': `${id}-${activeIndex}` } : {};
  return (
    <div className="canvas-listbox">
      {isSearchable && (
        <div className="canvas-search canvas-listbox__search">
          <input
            className="canvas-input canvas-search__input"
            type="text"
            role="combobox"
            aria-label={words.searchIn(label)}
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            placeholder={words.search}
            autoComplete="off"
            value={search}
            {...pointing}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              setActive(0);
              onSearch?.(event.currentTarget.value);
            }}
            onKeyDown={press}
          />
          <Drawing name="search" className="canvas-search__icon" />
        </div>
      )}
      <div
        ref={list}
        id={listId}
        role="listbox"
        className="canvas-listbox__options"
        aria-label={label}
        {...(isMultiple && { 'aria-multiselectable': true })}
        {...(isSearchable ? { tabIndex: -1 } : { tabIndex: 0, onKeyDown: press, ...pointing })}
      >
        {shown.map((option, index) => {
          const isSelected = selected.includes(option.value);
          return (
            <div
              key={`${typeof option.value} ${option.value}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isSelected}
              className={classNames('canvas-option', isSelected && 'canvas-option--selected')}
              {...(index === activeIndex && { 'data-active': true })}
              // The focus stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => onSelect(option)}
            >
              {isMultiple && (
                <span className={classNames('canvas-option__box', isSelected && 'canvas-option__box--checked')}>
                  {isSelected && <Drawing name="success" />}
                </span>
              )}
              <span className="canvas-option__label">{option.label}</span>
              {!isMultiple && isSelected && <Drawing name="success" />}
            </div>
          );
        })}
      </div>
      {shown.length === 0 && (
        <div className="canvas-listbox__nothing" role="status">
          {words.noResults}
        </div>
      )}
    </div>
  );
}
