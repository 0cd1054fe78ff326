import { expect } from 'vitest';
import * as z from 'zod';
import { parseEndpointAccess } from '../../src/app/app.functions/access/endpoint-access.ts';
import { possibleUrls } from '../../src/app/app.functions/access/endpoint-url.ts';
import { checkHubSpotSignature } from '../../src/app/app.functions/access/hubspot-signature.ts';
import { readRequest } from '../../src/app/app.functions/access/read-request.ts';
import { answerUrlValidation, checkZoomSignature } from '../../src/app/app.functions/access/zoom-signature.ts';
import { toNotSyncedCsv } from '../../src/app/app.functions/audit/not-synced-csv.ts';
import { isValidAddress, normaliseAddress } from '../../src/app/app.functions/domain/address.ts';
import { parseInstant, toIso } from '../../src/app/app.functions/domain/instant.ts';
import { redactText } from '../../src/app/app.functions/http/redact.ts';
import { answerFromContact } from '../../src/app/app.functions/registration/contact-answers.ts';
import { checkAnswers } from '../../src/app/app.functions/registration/check-answers.ts';
import { chooseWebinar, toWebinarValue } from '../../src/app/app.functions/registration/webinar-choice.ts';
import { parseWebinarId } from '../../src/app/app.functions/runtime/parameters.ts';
import { createDomainTest, toWidestDomains } from '../../src/app/app.functions/settings/domain-test.ts';
import { parseExcludedDomain } from '../../src/app/app.functions/settings/excluded-domains.ts';
import { parseGivenSettings } from '../../src/app/app.functions/settings/given-settings.ts';
import { settingsOfNobody } from '../../src/app/app.functions/settings/stored-settings.ts';
import { understandSettings } from '../../src/app/app.functions/settings/understand-settings.ts';
import { toDoorbell } from '../../src/app/app.functions/webhooks/doorbell.ts';
import { parseEvent } from '../../src/app/app.functions/webhooks/parse-event.ts';
import { parseZoomConnections } from '../../src/app/app.functions/zoom/zoom-connections.ts';
import { sign, signedAtMs, toContext, type Origin } from '../contract/signed-requests.ts';
import { orNull, type JsonTarget, type TextTarget } from './target.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

const anEvent = (event: string, payload: object): string => JSON.stringify({ event, event_ts: now, payload });
const object = {
  id: 81_234_567_890,
  uuid: 'a==',
  type: 5,
  topic: 'T',
  start_time: '2026-11-20T13:00:00Z',
  duration: 60,
};

const texts: readonly TextTarget[] = [
  {
    name: 'an address',
    corpus: ['jill@example.com', ' Jill+zoom@EXAMPLE.com ', 'jörg@münchen.example', '"a b"@example.com'],
    read(text) {
      const address = normaliseAddress(text);
      expect(normaliseAddress(address)).toBe(address);
      return isValidAddress(address) ? 'valid' : 'invalid';
    },
  },
  {
    name: 'a domain to exclude',
    corpus: ['acme.com', 'https://www.acme.com:8080/about', 'mailto:jane@acme.com', '*.münchen.de', '@acme.co.uk'],
    read(text) {
      const parsed = parseExcludedDomain(text);
      if (parsed.kind === 'problem') return parsed.problem;
      const { domain } = parsed;
      expect(parseExcludedDomain(domain)).toEqual(parsed);
      expect(createDomainTest([domain])(`jane@mail.${domain}`)).toBe(domain);
      return 'read';
    },
  },
  {
    name: 'the domain of an address',
    corpus: ['jill@example.com', 'jill@mail.Example.COM', 'jill@münchen.example'],
    read(text) {
      const covering = createDomainTest(['example.com', 'xn--mnchen-3ya.example'])(text);
      expect(toWidestDomains([text]).length).toBeLessThanOrEqual(1);
      return covering === null ? 'not excluded' : 'excluded';
    },
  },
  {
    name: 'a point in time',
    corpus: ['2026-11-20T10:00:00Z', '2026-11-20T10:00+01:00', '2026-11-20T10:00:00.123456-0530'],
    read(text) {
      const instant = parseInstant(text);
      if (instant !== null) expect(Date.parse(toIso(instant))).toBe(instant);
      return orNull(instant);
    },
  },
  {
    name: 'the ID of a webinar',
    corpus: ['812 3456 7890', '812-3456-7890', '812–3456–789'],
    read(text) {
      expect(parseWebinarId(text)).toMatch(/^\d{9,12}$/);
      return 'read';
    },
  },
  {
    name: 'the webinar of a workflow',
    corpus: ['acc-main:81234567890', '812 3456 7890', ' '],
    read(text) {
      const choice = chooseWebinar([text, '']);
      if (choice?.accountId !== null && choice !== null) {
        expect(toWebinarValue({ ...choice, accountId: choice.accountId })).toBe(text.trim());
      }
      return orNull(choice);
    },
  },
  {
    name: 'an answer to a question',
    corpus: ['Germany', 'DE', 'a\nb', '1–20', 'Decision Maker'],
    read(text) {
      const questions = (['country', 'no_of_employees', 'Why?'] as const).map((name) => ({
        ...{
          kind: name === 'Why?' ? 'custom' : 'standard',
          name,
          isRequired: false,
          options: ['DE', '1-20', 'a', 'b'],
        },
        answer: name === 'Why?' ? ('choices' as const) : ('choice' as const),
      })) as never;
      const known = answerFromContact(questions, { country: text, numemployees: text });
      for (const value of Object.values(known)) expect(typeof value).toBe('string');
      return checkAnswers(questions, { ...known, 'Why?': text }).kind;
    },
  },
  {
    name: 'a text to be redacted',
    corpus: [
      'Bearer abcdef0123456789 for jane.doe@example.com',
      'client_secret=aaaa password: "bbbb" https://zoom.us/w/1?tk=cccc&pwd=dddd',
      'pat-eu1-01234567-89ab-cdef eyJhbGciOi.J9.x',
    ],
    read(text) {
      const redacted = redactText(text);
      expect(redacted).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
      expect(redacted.length).toBeLessThanOrEqual(2_000 * 6);
      return redacted === text ? 'unchanged' : 'redacted';
    },
  },
  {
    name: 'a name in a file for spreadsheets',
    corpus: ['Jill "Chill" Quillfeather', '=HYPERLINK("x")', '@sum', 'a,b;c\r\nd'],
    read(text) {
      const person = { address: text, name: text, reason: 'denied', detail: text } as const;
      const { csv } = toNotSyncedCsv([person]);
      for (const cell of csv.split('\r\n')[1]?.split('","') ?? [])
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
      return 'written';
    },
  },
];

const documents: readonly JsonTarget[] = [
  {
    name: 'settings from a page',
    isJson: true,
    needsJson: true,
    corpus: [
      JSON.stringify({
        ...settingsOfNobody,
        contactExclusions: ['Rival.example.com', 'https://münchen.de/x'],
        users: {
          'acc-1:host-1': {
            ...{ syncsWebinars: true, syncsRecordings: null, newWebinarsOffSince: '2026-11-20T10:00:00Z' },
            webinars: { '81234567890': false },
          },
        },
      }),
    ],
    read(text) {
      const given = parseGivenSettings(JSON.parse(text));
      if (given.kind === 'invalid') {
        expect(JSON.stringify(given).length).toBeLessThan(100_000);
        return 'refused';
      }
      const understood = understandSettings(given.settings, settingsOfNobody, now);
      if (understood.kind === 'invalid') return 'refused';
      // What is stored is in its final form.
      expect(understandSettings(understood.settings, understood.settings, now)).toMatchObject({
        settings: understood.settings,
        notes: [],
      });
      return 'read';
    },
  },
  {
    name: 'an event of Zoom',
    isJson: true,
    needsJson: true,
    corpus: [
      anEvent('webinar.registration_created', { account_id: 'a', object: { ...object, registrant: { id: 'r' } } }),
      anEvent('webinar.participant_joined', { account_id: 'a', object: { ...object, id: '81234567890' } }),
      anEvent('recording.completed', { account_id: 'a', object: { ...object, recording_files: [{}] } }),
      anEvent('endpoint.url_validation', { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' }),
    ],
    read(text) {
      const body: unknown = JSON.parse(text);
      if (typeof body !== 'object' || body === null) return 'refused';
      const event = parseEvent(body as Record<string, unknown>);
      if (event.kind === 'ring') {
        expect(event.webinarId).toMatch(/^\d{9,12}$/);
        const { dueAt } = toDoorbell({ ...event, accountId: 'a' }, event.plannedEndAt, now);
        expect(dueAt).toBeGreaterThan(now);
        expect(dueAt - now).toBeLessThan(48 * 3_600_000);
      }
      // An answer to what is no token of Zoom's could be taken for a signature.
      if (event.kind === 'url-validation') {
        const answer = answerUrlValidation(event.plainToken, 'secret');
        if (answer !== null) expect(answer.plainToken).not.toContain(':');
      }
      return event.kind;
    },
  },
  {
    name: 'the secret with Zoom’s connections',
    isJson: true,
    corpus: ['[{"name":"main","accountId":"a","clientId":"c","clientSecret":"s-3cr3t","webhookSecretToken":"w"}]'],
    read(text) {
      for (const connection of parseZoomConnections(text)) expect(connection.name).not.toBe('');
      return 'read';
    },
  },
  {
    name: 'the secret that opens the doors',
    isJson: true,
    corpus: [
      '{"tokens":["0123456789012345678901234567890123"],"clientSecret":"x","baseUrl":"https://123.hs-sites.com/hs/serverless/"}',
    ],
    read(text) {
      const access = parseEndpointAccess(text);
      for (const token of access.endpointTokens) expect(token.length).toBeGreaterThanOrEqual(32);
      return access.endpointTokens.length === 0 ? 'refused' : 'read';
    },
  },
];

const secret = 'a-secret-that-nobody-knows';

/** Text is all that a network carries. */
const isSent = (value: unknown): value is ReturnType<typeof sign> =>
  z
    .object({ method: z.string(), query: z.string(), rawBody: z.string(), headers: z.record(z.string(), z.unknown()) })
    .safeParse(value).success;

/** Whatever becomes of a request on its way, nothing but the request itself is genuine. */
const signature = (origin: Origin): TextTarget => {
  const rawBody = JSON.stringify({ event: 'webinar.ended', payload: { object } });
  const genuine = sign(origin, rawBody, { secret, query: 't=x' });
  return {
    name: `a signature, ${origin}`,
    corpus: [JSON.stringify(genuine)],
    read(text) {
      const sent: unknown = { ...genuine, ...(JSON.parse(text) as object) };
      if (!isSent(sent)) return 'nothing that can be sent';
      const read = readRequest(toContext(sent, true));
      if (read.kind === 'refused') return 'refused';
      const { headers, rawBody: bytes, body } = read.request;
      const urls = possibleUrls('https://123.hs-sites.com/hs/serverless', 'add-registrant', read.request.queryPairs);
      const state =
        origin === 'zoom'
          ? checkZoomSignature({ headers, rawBody: bytes, body }, secret, signedAtMs)
          : checkHubSpotSignature({ method: 'POST', headers, rawBody: bytes, body, urls }, secret, signedAtMs);
      if (state === 'valid') expect(bytes).toBe(rawBody);
      return state;
    },
  };
};

const requests: readonly (TextTarget | JsonTarget)[] = (['hubspot-v2', 'hubspot-v3', 'zoom'] as const).map(
  (origin) => ({
    ...signature(origin),
    isJson: true as const,
    needsJson: true as const,
  }),
);

/** What people and vendors hand over. */
export const givenTexts: readonly (TextTarget | JsonTarget)[] = [...texts, ...documents, ...requests];
