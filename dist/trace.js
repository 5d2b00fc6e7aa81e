// Asked before anything is linked: a missing builtin would end in a stack trace.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`ecluse needs Node 24 or newer, this is ${process.version}\n`);
  process.exitCode = 2;
} else {
  const actions = await import('./index.js');
  await actions.start('trace');
}
