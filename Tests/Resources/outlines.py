"""Makes Sources/CResources/outlines.bin: the outlines of countries, for maps.

    python outlines.py RDATA.rdb RDATA.rdx OUT

The data are Natural Earth's countries at 1:50 million (naturalearthdata.com, public domain), as
Debian's package r-cran-rnaturalearthdata has them in its folder `data` (Rdata.rdb, Rdata.rdx).
Needs PyPI's `rdata`, `topojson` and `shapely`.

The format, all numbers little-endian, coordinates in hundredths of a degree:
    "DLOUTL01"
    u32 number of arcs, then each: u32 number of points, i16 longitude, i16 latitude of the first,
        and for each other point: two zigzag varints, the steps, and a byte, its weight
    u32 number of countries, then each: two letters (ISO 3166, "--" where there is none),
        u16 number of rings, then each: u16 number of arcs, i32 each: an arc, ~arc if backwards
A point's weight says how large a map must be to show it: the logarithm of the area of the triangle
with its neighbours when it goes (Visvalingam and Whyatt 1993), 2 steps to a doubling.
"""

import heapq
import lzma
import math
import struct
import sys
import zlib

import rdata
from shapely.geometry import Polygon
from shapely.ops import unary_union
from topojson import Topology

# Triangles smaller than this, in square degrees, are on no map that we draw.
SMALLEST = 0.0012


def table(rdb: str, rdx: str):
    """The table of countries, out of R's database of lazily loaded data, as it is parsed."""
    packed = zlib.decompress(open(rdx, "rb").read(), 31)
    index = rdata.conversion.convert(rdata.parser.parse_data(packed))
    start, size = (int(number) for number in index["variables"]["countries50"])
    with open(rdb, "rb") as file:
        file.seek(start)
        block = file.read(size)
    # The length of what is packed, then "Z": R's own use of LZMA, without a header.
    assert block[4:5] == b"Z", "packed in another way than Debian's package was"
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
    data = lzma.decompress(block[5:], format=lzma.FORMAT_RAW, filters=filters)
    return rdata.parser.parse_data(data).object


def slots(value) -> dict:
    """The attributes of an R value by their names."""
    found, rest = {}, value.attributes
    while rest is not None and rest.info.type.name == "LIST":
        tag = rest.tag
        while tag is not None and tag.info.type.name == "REF":
            tag = tag.referenced_object
        found[tag.value.value.decode()], rest = rest.value
    return found


def countries(rdb: str, rdx: str):
    """Each country's two letters and its shape."""
    parts = slots(table(rdb, rdx))
    names = [name.value.decode() for name in slots(parts["data"])["names"].value]
    letters = parts["data"].value[names.index("iso_a2")].value
    found = []
    for code, shape in zip(letters, parts["polygons"].value):
        outer, holes = [], []
        for ring in slots(shape)["Polygons"].value:
            numbers = slots(ring)["coords"].value
            half = len(numbers) // 2
            points = list(zip(numbers[:half], numbers[half:]))
            (holes if slots(ring)["hole"].value[0] else outer).append(points)
        whole = unary_union([Polygon(points).buffer(0) for points in outer])
        for points in holes:
            whole = whole.difference(Polygon(points))
        iso = code.value.decode() if code.value else "--"
        found.append((iso if iso.isalpha() and len(iso) == 2 else "--", whole))
    return found


def weights(points):
    """For each point the area that is lost when it goes, made to fall towards the ends."""
    count = len(points)
    areas = [math.inf] * count
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    alive = [True] * count

    def area(i):
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        # As seen: a degree of longitude is shorter to the north.
        shrink = math.cos(math.radians(min(80, abs(by) / 100)))
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * shrink / 2 / 10_000

    heap = [(area(i), i) for i in range(1, count - 1)]
    current = {i: a for a, i in heap}
    heapq.heapify(heap)
    largest = 0.0
    while heap:
        a, i = heapq.heappop(heap)
        if not alive[i] or current.get(i) != a:
            continue
        largest = max(largest, a)
        areas[i] = largest
        alive[i] = False
        p, n = before[i], after[i]
        after[p], before[n] = n, p
        for k in (p, n):
            if 0 < k < count - 1 and alive[k]:
                current[k] = area(k)
                heapq.heappush(heap, (current[k], k))
    return areas


def weight(area):
    if area == math.inf:
        return 255
    return max(0, min(254, round(2 * math.log2(max(area, SMALLEST) / SMALLEST))))


def varint(number):
    number = (number << 1) ^ (number >> 31) if number >= 0 else (((-number) << 1) - 1)
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def lowest(lists):
    """The lists of numbers in lists of lists."""
    if lists and isinstance(lists[0], int):
        yield lists
    else:
        for part in lists:
            yield from lowest(part)


def encoded(countries):
    """The file of a list of two letters and a shape each."""
    topology = Topology(
        [{"type": "Feature", "properties": {"iso": iso}, "geometry": shape.__geo_interface__}
         for iso, shape in countries],
        prequantize=False, topology=True).to_dict()
    arcs, lines = topology["arcs"], []
    for arc in arcs:
        points = [(round(x * 100), round(y * 100)) for x, y in arc]
        points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        kept = [(p, weight(a)) for p, a in zip(points, weights(points)) if a > SMALLEST]
        if len(kept) == 1:
            kept.append(kept[0])
        line = struct.pack("<Ihh", len(kept), *kept[0][0])
        for ((x, y), _), ((nx, ny), w) in zip(kept, kept[1:]):
            line += varint(nx - x) + varint(ny - y) + bytes([w])
        lines.append(line)
    shapes = []
    for geometry in topology["objects"]["data"]["geometries"]:
        rings = list(lowest(geometry["arcs"]))
        shape = geometry["properties"]["iso"].encode() + struct.pack("<H", len(rings))
        for ring in rings:
            shape += struct.pack(f"<H{len(ring)}i", len(ring), *ring)
        shapes.append(shape)
    return (b"DLOUTL01" + struct.pack("<I", len(lines)) + b"".join(lines)
            + struct.pack("<I", len(shapes)) + b"".join(shapes))


if __name__ == "__main__":
    rdb, rdx, out = sys.argv[1:]
    with open(out, "wb") as file:
        file.write(encoded(countries(rdb, rdx)))
