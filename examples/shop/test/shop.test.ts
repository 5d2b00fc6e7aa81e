import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';

import { price, products } from '../src/products.ts';
import { page } from '../src/page.ts';
import { answer, shop } from '../src/server.ts';

await test('a price has two decimals', () => {
  assert.equal(price(1200), '€12.00');
  assert.equal(price(5), '€0.05');
});

await test('the page shows every product and trusts no text', () => {
  const html = page([...products, { id: 'x', name: '<script>', text: '"&"', cents: 1 }]);
  for (const { name } of products) assert.ok(html.includes(name));
  assert.ok(html.includes('&lt;script&gt;'));
  assert.ok(!html.includes('<script>'));
});

await test('a product has its own address, and others are not found', () => {
  assert.equal(answer('/api/products/lamp').status, 200);
  assert.equal(answer('/api/products/anchor').status, 404);
  assert.equal(answer('/api/products/lamp/x').status, 404);
});

await test('the server answers over HTTP and only to readers', async () => {
  const server = shop().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const url = `http://127.0.0.1:${String(address.port)}`;
  try {
    const health = await fetch(`${url}/healthz?from=test`);
    assert.deepEqual(await health.json(), { status: 'ok' });
    assert.equal((await fetch(`${url}/style.css`, { method: 'HEAD' })).status, 200);
    assert.equal((await fetch(url, { method: 'POST' })).status, 405);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
