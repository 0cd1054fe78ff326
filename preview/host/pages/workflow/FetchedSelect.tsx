import { useEffect, useState } from 'react';
import type { ActionInputs, ActionOption, ActionOptions, OptionsQuestion } from '../../../protocol/outside-api.ts';
import { postJson } from '../../data/post-json.ts';

interface Props {
  readonly action: string;
  readonly field: string;
  readonly label: string;
  readonly hintId: string;
  readonly inputs: ActionInputs;
  readonly value: string;
  readonly change: (value: string) => void;
}

interface List {
  readonly options: readonly ActionOption[];
  readonly after: string | null;
}

const typingMs = 300;
const none: List = { options: [], after: null };

interface Question {
  readonly action: string;
  readonly field: string;
  /** The inputs of the other fields, as JSON: effects compare texts. */
  readonly others: string;
  readonly query: string;
}

function askOptions({ action, field, others, query }: Question, after: string | null): Promise<ActionOptions> {
  const question: OptionsQuestion = {
    action,
    field,
    inputs: JSON.parse(others) as ActionInputs,
    ...(query === '' ? {} : { query }),
    ...(after === null ? {} : { after }),
  };
  return postJson<ActionOptions>('/preview/outside/options', question);
}

/** A list that the app fills: searched and paged as its answers allow. */
export function FetchedSelect({ action, field, label, hintId, inputs, value, change }: Props) {
  const [list, setList] = useState<List | null>(null);
  const [isSearchable, setSearchable] = useState(false);
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ActionOption | null>(null);
  // What is chosen in the list itself does not change what the list offers.
  const others = JSON.stringify({ ...inputs, [field]: undefined });

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        askOptions({ action, field, others, query }, null).then(
          (answer) => {
            if (!isWanted) return;
            setList(answer);
            setSearchable(answer.isSearchable);
            setProblem(null);
          },
          (error: unknown) => {
            if (!isWanted) return;
            setList(none);
            setProblem(error instanceof Error ? error.message : String(error));
          },
        );
      },
      query === '' ? 0 : typingMs,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [action, field, others, query]);

  const more = (after: string): void => {
    askOptions({ action, field, others, query }, after).then(
      (answer) => setList({ options: [...(list?.options ?? []), ...answer.options], after: answer.after }),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };

  const shown = list ?? none;
  const kept = chosen?.value !== value || shown.options.some((option) => option.value === value) ? [] : [chosen];
  const options = [...kept, ...shown.options];
  return (
    <>
      <label>
        <span>{label}</span>
        <select
          value={value}
          aria-describedby={hintId}
          aria-busy={list === null}
          onChange={({ target }) => {
            setChosen(options.find((option) => option.value === target.value) ?? null);
            change(target.value);
          }}
        >
          <option value="">{list === null ? '…' : '–'}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {[option.label, option.description].filter((text) => text !== '').join(' · ')}
            </option>
          ))}
        </select>
      </label>
      {isSearchable && (
        <input
          type="search"
          lang="en"
          aria-label={`Search: ${label}`}
          placeholder="Search"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      )}
      {shown.after !== null && (
        <button type="button" lang="en" className="outside-button" onClick={() => more(shown.after ?? '')}>
          Load more
        </button>
      )}
      {problem !== null && (
        <p role="alert" lang="en" className="outside-problem">
          {problem}
        </p>
      )}
    </>
  );
}
