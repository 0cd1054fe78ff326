import type { Send } from '../http/http.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { DownloadedTranscript, FoundTranscript, Recording, RecordingSource } from '../sync/recording-ports.ts';
import { createFileDownload } from './download-file.ts';
import { parseTranscript } from './parse-transcript.ts';
import { findTranscriptUrl, isStillProcessing, spanOfMediaSeconds, toWatchUrl } from './recording-files.ts';
import type { ZoomClient } from './zoom-client.ts';
import { isRecordingMissing, isTranscriptMissing } from './zoom-errors.ts';
import { orWhen } from './zoom-page.ts';
import { zoomRecordingSchema, zoomTranscriptSchema, type ZoomRecording, type ZoomTranscript } from './zoom-schemas.ts';
import type { ZoomTokens } from './zoom-token.ts';
import { encodeZoomUuid } from './zoom-uuid.ts';

const readRecordingCall = { system: 'zoom', operation: 'read webinar recording' } as const;
const findTranscriptCall = { system: 'zoom', operation: 'find webinar transcript' } as const;

const noRecording = { kind: 'no-recording' } as const;
const noTranscript: FoundTranscript = { kind: 'none' };

/**
 * Recordings and transcripts of one Zoom account. Webinars have no paths of their own for these: Zoom keeps them with the
 * meetings, and takes an instance's UUID there.
 *
 * @see https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording (read 2026-11-20)
 */
export function createRecordingSource(parts: {
  readonly client: ZoomClient;
  readonly send: Send;
  readonly tokens: ZoomTokens;
  readonly baseUrl: string;
  readonly tokenUrl: string;
}): RecordingSource {
  const { client } = parts;
  const downloadFile = createFileDownload(parts);

  return {
    async readRecording(instanceUuid) {
      const reading = client.read(
        {
          operation: readRecordingCall.operation,
          path: `/meetings/${encodeZoomUuid(instanceUuid)}/recordings`,
          rateClass: 'zoom-light',
        },
        zoomRecordingSchema,
      );
      const recording = await orWhen(reading, isRecordingMissing, null);
      return recording === null ? noRecording : toRecording(recording, instanceUuid);
    },

    async findTranscript(instanceUuid) {
      const reading = client.read(
        {
          operation: findTranscriptCall.operation,
          path: `/meetings/${encodeZoomUuid(instanceUuid)}/transcript`,
          rateClass: 'zoom-medium',
        },
        zoomTranscriptSchema,
      );
      const transcript = await orWhen(reading, isTranscriptMissing, null);
      return transcript === null ? noTranscript : toFoundTranscript(transcript);
    },

    async downloadTranscript(downloadUrl): Promise<DownloadedTranscript> {
      const file = await downloadFile('download webinar transcript', downloadUrl);
      return file.kind === 'file' ? parseTranscript(file) : { kind: 'unreadable', problem: file.problem };
    },
  };
}

const noPermissionCode = '200';

function toRecording(recording: ZoomRecording, instanceUuid: string): Recording {
  const { start_time: startedAt, duration, recording_files: files, code, message } = recording;
  if (startedAt === null) throw toRefusal(String(code ?? ''), message);
  return {
    kind: 'recording',
    instanceUuid,
    startedAt,
    lengthSeconds: spanOfMediaSeconds(files) ?? duration * 60,
    url: toWatchUrl(recording),
    isProcessing: isStillProcessing(files),
    transcriptUrl: findTranscriptUrl(files),
  };
}

/** Zoom's specification has a refusal under status 200 here. */
function toRefusal(code: string, message: string): IntegrationError {
  const details = { httpStatus: 200, vendorCode: code === '' ? null : code };
  if (code === noPermissionCode) {
    const reason = { cause: 'zoom-permission-missing', vendorMessage: message } as const;
    return new IntegrationError(toFailure(readRecordingCall, 'missing-scope', reason, details));
  }
  const reason = { cause: 'answer-malformed', problem: 'start_time: expected datetime' } as const;
  return new IntegrationError(toFailure(readRecordingCall, 'unexpected-shape', reason, details));
}

const reasonsForNone: readonly string[] = ['NO_TRANSCRIPT_DATA', 'UNSUPPORTED', 'DELETED_OR_TRASHED'];

function toFoundTranscript(transcript: ZoomTranscript): FoundTranscript {
  const { can_download: canDownload, download_url: downloadUrl, download_restriction_reason: restriction } = transcript;
  if (canDownload !== false && downloadUrl !== null) return { kind: 'ready', downloadUrl };
  if (restriction === null || restriction === 'NOT_READY') return { kind: 'waiting' };
  if (reasonsForNone.includes(restriction)) return noTranscript;
  const problem = 'download_restriction_reason: an unknown one';
  throw new IntegrationError(
    toFailure(findTranscriptCall, 'unexpected-shape', { cause: 'answer-malformed', problem }, { httpStatus: 200 }),
  );
}
