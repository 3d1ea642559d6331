/** A function that reads each thing once and remembers what it read for as long as the thing is there. */
export function readOnce<Thing extends object, Read>(read: (thing: Thing) => Read): (thing: Thing) => Read {
  const known = new WeakMap<Thing, { read: Read }>();
  return (thing) => {
    let found = known.get(thing);
    if (!found) known.set(thing, (found = { read: read(thing) }));
    return found.read;
  };
}
