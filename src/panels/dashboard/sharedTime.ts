/** The shared crosshair: the moment that the pointer is on, told to and heard from the dashboard's other panels. */
import { useEffect, useState } from 'react';
import { DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';
import { map, merge, throttleTime } from 'rxjs';

/** @param time milliseconds since 1970; null: the pointer is on none */
export function tellHoveredTime(bus: EventBus | undefined, time: number | null): void {
  bus?.publish(time === null ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time } }));
}

/** The moment on which the pointer is, in this panel or in another that shares its crosshair; null where on none. */
export function useHoveredTime(bus: EventBus | undefined): number | null {
  const [time, setTime] = useState<number | null>(null);
  useEffect(() => {
    if (!bus) {
      return undefined;
    }
    const moves = bus.getStream(DataHoverEvent).pipe(map(({ payload }) => payload.point?.time ?? null));
    const ends = bus.getStream(DataHoverClearEvent).pipe(map(() => null));
    const times = merge(moves, ends)
      .pipe(throttleTime(30, undefined, { leading: true, trailing: true }))
      .subscribe(setTime);
    return () => times.unsubscribe();
  }, [bus]);
  return time;
}
