"""What the first view of each kind of page costs a reader.

    python Tests/Benchmarks/first_view.py SITE [--width 1280] [--height 800]

SITE is the sample, built. A plain web server sends it, without compression, to Chromium; for each
kind of page is printed: requests and bytes before anything is scrolled or typed (a second figure
for what a server that compresses would send), layout shift, tasks of 50 ms and more, and the time
to the first paint, the median of five loads without a cache. Ends with 1 where a page asks for
more than three files or 40 KB.
"""

import argparse
import functools
import gzip
import http.server
import os
import pathlib
import shutil
import statistics
import sys
import threading

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Site"))
from kinds import KINDS, hold  # noqa: E402

MOST_REQUESTS = 3
MOST_BYTES = 40_000

WATCH = """
window.seen = {shift: 0, tasks: []};
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
}).observe({type: "longtask", buffered: true});
"""


class Server(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


def load(browser, address: str, size: dict) -> dict:
    """One load with an empty cache: what was asked for, and what the page did."""
    context = browser.new_context(viewport=size)
    context.add_init_script(WATCH)
    page = context.new_page()
    hold(page)
    bodies = []
    page.on("requestfinished", lambda request: bodies.append(request))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(100)
    seen = page.evaluate("seen")
    paint = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    )
    contents = [
        (request.url, request.response().body())
        for request in bodies if not request.url.startswith("data:")
    ]
    context.close()
    return {
        "requests": len(contents),
        "bytes": sum(len(body) for _, body in contents),
        "page": len(contents[0][1]),
        "compressed": sum(len(gzip.compress(body, 6)) for _, body in contents),
        "shift": seen["shift"], "tasks": seen["tasks"], "paint": paint,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
    parser.add_argument("--loads", type=int, default=5)
    options = parser.parse_args()
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    handler = functools.partial(Server, directory=options.site)
    size = {"width": options.width, "height": options.height}
    print(f"{'kind':24} files   bytes  (page)  gzip   shift  long tasks  paint ms")
    is_within = True
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            for kind, path in KINDS.items():
                address = f"http://127.0.0.1:{server.server_port}/{path}"
                runs = [load(browser, address, size) for _ in range(options.loads)]
                one = runs[0]
                tasks = [task for run in runs for task in run["tasks"]]
                is_over = one["requests"] > MOST_REQUESTS or one["bytes"] > MOST_BYTES
                is_within = is_within and not is_over
                print(
                    f"{kind:24} {one['requests']:5} {one['bytes']:7,} {one['page']:7,}"
                    f" {one['compressed']:6,}"
                    f"  {max(run['shift'] for run in runs):.4f}"
                    f"  {len(tasks):2} {max(tasks, default=0):4.0f} ms"
                    f"  {statistics.median(run['paint'] for run in runs):7.0f}"
                    f"{'  too much' if is_over else ''}"
                )
            browser.close()
        server.shutdown()
    return 0 if is_within else 1


if __name__ == "__main__":
    sys.exit(main())
