/** Time as the sandbox sees it: the machine's clock plus whatever a test has skipped. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Skips `milliseconds`: deadlines that fall within them pass at once. */
  advance(milliseconds: number): void;
  /** Runs `action` once after `milliseconds` of this clock; returns a function that cancels it. */
  after(milliseconds: number, action: () => void): () => void;
  /** Cancels everything that is still scheduled. */
  stop(): void;
}

interface Alarm {
  readonly due: number;
  readonly action: () => void;
  timer: NodeJS.Timeout;
}

/** A clock that runs with `source` (by default the machine's) and can be moved forward. */
export function createClock(source: () => number = Date.now): Clock {
  let skipped = 0;
  const alarms = new Set<Alarm>();
  const now = () => source() + skipped;

  function ring(alarm: Alarm): void {
    if (!alarms.delete(alarm)) return;
    clearTimeout(alarm.timer);
    alarm.action();
  }

  return {
    now,
    advance(milliseconds) {
      skipped += milliseconds;
      const due = [...alarms].filter((alarm) => alarm.due <= now()).sort((a, b) => a.due - b.due);
      for (const alarm of due) ring(alarm);
      for (const alarm of alarms) {
        clearTimeout(alarm.timer);
        alarm.timer = startTimer(alarm.due - now(), () => ring(alarm));
      }
    },
    after(milliseconds, action) {
      const alarm: Alarm = {
        due: now() + milliseconds,
        action,
        timer: startTimer(milliseconds, () => ring(alarm)),
      };
      alarms.add(alarm);
      return () => {
        clearTimeout(alarm.timer);
        alarms.delete(alarm);
      };
    },
    stop() {
      for (const alarm of alarms) clearTimeout(alarm.timer);
      alarms.clear();
    },
  };
}

/** A deadline of the sandbox must not keep the process alive. */
function startTimer(milliseconds: number, action: () => void): NodeJS.Timeout {
  return setTimeout(action, milliseconds).unref();
}
