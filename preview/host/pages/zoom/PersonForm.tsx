import { useState } from 'react';
import type { ZoomAct, ZoomPerson, ZoomWebinar } from '../../../protocol/outside-api.ts';
import type { Act } from '../../data/use-act.ts';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

interface Props {
  readonly webinar: ZoomWebinar;
  readonly act: Act;
  /** With the address of the person that is looked at. */
  readonly onFollow: (email: string) => void;
  readonly onAct: (act: ZoomAct, name: string) => void;
}

const newcomer: Person = { firstName: 'Robin', lastName: 'Newcomer', email: 'robin.newcomer@guest.example.com' };

/** Somebody who registers, cancels, comes and goes: a newcomer, or one of those who are registered. */
export function PersonForm({ webinar, act, onFollow, onAct }: Props) {
  const { id: webinarId, people, state, hasRegistration } = webinar;
  const [person, setPerson] = useState<Person>(newcomer);
  const email = person.email.trim();
  const known = people.find((one) => one.email.toLowerCase() === email.toLowerCase());
  const isBusy = act.running !== null || email === '';
  const change = (changes: Partial<Person>): void => setPerson({ ...person, ...changes });
  const name = [person.firstName, person.lastName].filter((part) => part !== '').join(' ');
  const perform = (done: ZoomAct, words: string): void => {
    onFollow(email);
    onAct(done, words);
  };
  return (
    <fieldset className="outside-fieldset">
      <legend>Somebody</legend>
      <label className="outside-field">
        <span>Who</span>
        <select
          value={known?.email ?? ''}
          onChange={({ target }) => {
            const chosen = people.find((one) => one.email === target.value);
            const next = chosen === undefined ? newcomer : toPerson(chosen);
            setPerson(next);
            onFollow(next.email);
          }}
        >
          <option value="">A newcomer</option>
          {people.map((one) => (
            <option key={one.email} value={one.email}>
              {one.name} · {describe(one)}
            </option>
          ))}
        </select>
      </label>
      <div className="outside-names">
        <label className="outside-field">
          <span>First name</span>
          <input value={person.firstName} onChange={({ target }) => change({ firstName: target.value })} />
        </label>
        <label className="outside-field">
          <span>Last name</span>
          <input value={person.lastName} onChange={({ target }) => change({ lastName: target.value })} />
        </label>
        <label className="outside-field">
          <span>Email</span>
          <input type="email" value={person.email} onChange={({ target }) => change({ email: target.value })} />
        </label>
      </div>
      <div className="outside-buttons">
        <button
          type="button"
          className="outside-button outside-button-primary"
          disabled={isBusy || !hasRegistration || (known !== undefined && known.registration !== null)}
          onClick={() =>
            perform(
              { act: 'register', webinarId, email, firstName: person.firstName, lastName: person.lastName },
              'Somebody registers',
            )
          }
        >
          Register
        </button>
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || known === undefined || known.registration === null}
          onClick={() => perform({ act: 'cancel', webinarId, email }, 'Somebody cancels')}
        >
          Cancel the registration
        </button>
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || state !== 'live' || known?.isInside === true}
          onClick={() => perform({ act: 'join', webinarId, email, name }, 'Somebody joins')}
        >
          Join
        </button>
        <button
          type="button"
          className="outside-button"
          disabled={isBusy || known?.isInside !== true}
          onClick={() => perform({ act: 'leave', webinarId, email }, 'Somebody leaves')}
        >
          Leave
        </button>
      </div>
      {!hasRegistration && <p className="muted outside-hint">This webinar takes no registrations.</p>}
    </fieldset>
  );
}

const describe = ({ registration, isInside }: ZoomPerson): string =>
  [registration ?? 'not registered', ...(isInside ? ['is inside'] : [])].join(', ');

function toPerson({ name, email }: ZoomPerson): Person {
  const [firstName = '', ...others] = name.split(' ');
  return { firstName, lastName: others.join(' '), email };
}
