/** Lets `Date` say what the accounts behind the preview take for now. */
export function shiftClock(scope: { Date: DateConstructor }, offsetMs: number): void {
  const RealDate = scope.Date;
  scope.Date = new Proxy(RealDate, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [target.now() + offsetMs] : args, newTarget) as Date,
    apply: (target) => new target(target.now() + offsetMs).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? () => target.now() + offsetMs : (Reflect.get(target, name, receiver) as unknown),
  });
}
