import { price, type Product } from './products.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const item = ({ id, name, text, cents }: Product): string => `
      <li>
        <h2><a href="/api/products/${encodeURIComponent(id)}">${escape(name)}</a></h2>
        <p>${escape(text)}</p>
        <p class="price">${price(cents)}</p>
      </li>`;

/** The shop's front page. */
export const page = (products: readonly Product[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>The lock shop</title>
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <h1>The lock shop</h1>
    <p>Everything for the way up.</p>
    <ul>${products.map(item).join('')}
    </ul>
  </body>
</html>
`;
