import type { EmulatorAnswer, EmulatorCall, Operation } from '../../core/operation.ts';
import { mayDownload } from '../access.ts';
import { accountOf, readBearer } from '../auth.ts';
import type { Instance } from '../entities.ts';
import { Refused } from '../errors.ts';
import { htmlPage } from '../file-content.ts';
import { isProcessing, isTranscriptGone, isTranscriptReady, shownRecording, type StoredFile } from '../recording.ts';
import { signedLink } from '../storage.ts';
import type { ZoomWorld } from '../world.ts';

/** Whether the bearer of a call may read the files of an instance. A token in the query makes every call a bad one. */
function mayRead(
  world: ZoomWorld,
  call: EmulatorCall,
  { instance, place }: StoredFile,
  needsOwnToken: boolean,
): boolean {
  if (call.query.has('access_token') || call.query.has('download_access_token')) return false;
  const downloadToken = world.downloadTokens.get(readBearer(call) ?? '');
  if (downloadToken !== undefined) {
    // These tokens come with a recording, and open what is listed there.
    return place === 'recording' && downloadToken.instance === instance && downloadToken.expiresAt > world.clock.now();
  }
  if (needsOwnToken) return false;
  try {
    const account = accountOf(world, call);
    return account === instance.webinar.account && mayDownload(account.scopes);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function refuse({ switches }: ZoomWorld): EmulatorAnswer {
  return switches.downloadRefusal === 'html-page'
    ? { status: 200, text: htmlPage, contentType: 'text/html;charset=utf-8' }
    : { status: 401, json: { status: false, errorCode: 124, errorMessage: 'Forbidden' } };
}

const notFound: EmulatorAnswer = { status: 404, text: htmlPage, contentType: 'text/html;charset=utf-8' };

/** Whether the file is one that the API would show a link to now. */
function isThere({ instance, file, place }: StoredFile, now: number): boolean {
  if (file.content !== null) return isFinishedRecording(instance, now);
  const { transcript } = instance;
  if (transcript?.restriction !== null || !isTranscriptReady(instance, transcript, now)) return false;
  if (place === 'ai-companion') return transcript.source !== 'recording' && !isTranscriptGone(instance);
  return transcript.source !== 'ai-companion' && isFinishedRecording(instance, now);
}

function isFinishedRecording(instance: Instance, now: number): boolean {
  const recording = shownRecording(instance, now);
  return recording !== null && !isProcessing(instance, recording, now);
}

interface Download {
  readonly id: string;
  readonly path: string;
  readonly place: StoredFile['place'] | 'any';
  /** Whether the call may be sent on to another address of Zoom's own first. */
  readonly isFirstHop: boolean;
  /** Links of events open with the token of the event only. */
  readonly needsOwnToken?: boolean;
}

/** Downloads are outside `/v2`: no rate label, refusals of their own kind, and an answer that leads elsewhere. */
const download = ({ id, path, place, isFirstHop, needsOwnToken = false }: Download): Operation<ZoomWorld> => ({
  id,
  method: 'GET',
  paths: [path],
  handle(world, call) {
    const key = call.params['key'] ?? '';
    const stored = world.filesByKey.get(key);
    if (stored === undefined || (place !== 'any' && stored.place !== place)) {
      return readBearer(call) === undefined ? refuse(world) : notFound;
    }
    if (!mayRead(world, call, stored, needsOwnToken)) return refuse(world);
    if (!isThere(stored, world.clock.now())) return notFound;
    const location =
      isFirstHop && world.switches.downloadHops === 'through-zoom'
        ? `${world.publicUrl()}/rec/hop/${key}`
        : signedLink(world, key);
    return { status: 302, headers: { location }, text: '', contentType: 'text/html;charset=utf-8' };
  },
});

export const downloadOperations: readonly Operation<ZoomWorld>[] = [
  download({ id: 'recordings.download', path: '/rec/download/:key', place: 'recording', isFirstHop: true }),
  download({
    id: 'transcript.download',
    path: '/rec/meeting/transcript/download/:key',
    place: 'ai-companion',
    isFirstHop: true,
  }),
  download({
    id: 'recordings.webhook-download',
    path: '/rec/webhook_download/:key',
    place: 'recording',
    isFirstHop: true,
    needsOwnToken: true,
  }),
  download({ id: 'downloads.hop', path: '/rec/hop/:key', place: 'any', isFirstHop: false }),
];
