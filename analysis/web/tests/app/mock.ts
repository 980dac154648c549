/// A small server that answers like `cantiere serve`, out of recorded answers of a real run.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { answer, newWorld, type World } from "./mock-answers";

export const token = "test-token-0123456789";
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data: blob:; frame-src blob:";

export interface Mock {
  /// The address that the program would print.
  address: string;
  /// The same without the token.
  origin: string;
  world: World;
  /// Paths that were asked for, with their queries.
  asked: string[];
  stop(): Promise<void>;
}

const pages: Record<string, [string, string]> = {
  "/": ["build/app.html", "text/html; charset=utf-8"],
  "/app.js": ["build/app.js", "text/javascript; charset=utf-8"],
  "/app.css": ["build/app.css", "text/css; charset=utf-8"],
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": policy });
  response.end(body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(body));
}

async function serve(request: IncomingMessage, response: ServerResponse, mock: Mock) {
  const url = new URL(request.url ?? "/", mock.origin);
  const page = pages[url.pathname];
  if (page !== undefined) return send(response, 200, page[1], readFileSync(page[0]));
  if (mock.world.isLost) return void request.socket.destroy();
  if (request.headers.authorization !== `Bearer ${token}`)
    return sendJson(response, 401, { problems: [] });
  mock.asked.push(`${request.method} ${url.pathname.slice("/api/v1/".length)}${url.search}`);
  const path = url.pathname.slice("/api/v1/".length);
  const body = request.method === "POST" ? await bodyOf(request) : undefined;
  const said = answer(mock.world, request.method ?? "GET", path, url.searchParams, body);
  if (said.file !== undefined) return send(response, 200, said.type ?? "text/html", said.file);
  return sendJson(response, said.status ?? 200, said.json);
}

export async function startMock(): Promise<Mock> {
  const mock: Mock = {
    address: "",
    origin: "",
    world: newWorld(),
    asked: [],
    stop: async () => undefined,
  };
  const server = createServer((request, response) => void serve(request, response, mock));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  mock.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mock.address = `${mock.origin}/#token=${token}`;
  mock.stop = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return mock;
}
