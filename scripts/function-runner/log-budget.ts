/** Collects what one call logs and keeps its first bytes, as HubSpot does. */
export interface LogBudget {
  add(text: string): void;
  /** The kept text; ends with a line that says how much was cut, when something was. */
  text(): string;
}

export function createLogBudget(limitBytes: number): LogBudget {
  let kept = Buffer.alloc(0);
  let cutBytes = 0;
  return {
    add(text) {
      const bytes = Buffer.from(text, 'utf8');
      const room = limitBytes - kept.length;
      kept = Buffer.concat([kept, bytes.subarray(0, room)]);
      cutBytes += Math.max(0, bytes.length - room);
    },
    text() {
      // A character that straddles the border would decode to a replacement character.
      const whole = kept.toString('utf8').replace(/\uFFFD$/u, '');
      return cutBytes === 0 ? whole : `${whole}\n[log cut: ${cutBytes} bytes over the limit of ${limitBytes}]\n`;
    },
  };
}
