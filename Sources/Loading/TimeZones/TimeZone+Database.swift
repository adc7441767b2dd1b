import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension TimeZone {
  /// Why a name gives no zone.
  enum Failure: Error {
    /// The database is there and does not know it; the nearest that it knows.
    case unknown(nearest: String?)
    /// The machine has no database where systems keep it.
    case noDatabase
  }

  /// Where systems keep the database.
  private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

  /// The zone of a name such as `Asia/Baghdad`, or a fixed offset, which needs no database.
  static func named(_ name: String) throws(Failure) -> TimeZone {
    if let fixed = TimeZone(fixedOffset: name) { return fixed }
    guard isName(name) else { throw .unknown(nearest: nil) }
    guard let folder = folders.first(where: { access($0, R_OK) == 0 }) else {
      throw .noDatabase
    }
    return try named(name, in: folder)
  }

  /// The zone of a name in the database in a folder.
  static func named(_ name: String, in folder: String) throws(Failure) -> TimeZone {
    guard isName(name) else { throw .unknown(nearest: nearest(to: name, in: folder)) }
    do throws(FileFailure) {
      let bytes = try readFile(at: folder + "/" + name)
      if let zone = ZoneFile(bytes).zone(named: name) { return zone }
    } catch {
      // No file, or none that may be read: not known.
    }
    throw .unknown(nearest: nearest(to: name, in: folder))
  }

  /// Parts of letters, digits, `_`, `+` and `-`; not the machine's own zone, which differs from one
  /// to the other, and not the clocks that count leap seconds.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.first?.isLetter ?? false
      && !["localtime", "posixrules", "right"].contains(name.prefix { $0 != "/" })
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { FrontMatterScanner.isKeyByte($0) || $0 == UInt8(ascii: "+") }
      }
  }

  /// The nearest of the zones that people live in, which the database lists in a file.
  private static func nearest(to name: String, in folder: String) -> String? {
    do throws(FileFailure) {
      let list = try readFile(at: folder + "/zone.tab")
      let names = list.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard line.first != UInt8(ascii: "#"), fields.count > 2 else { return nil }
        return String(decoding: fields[2], as: UTF8.self)
      }
      let city = "/" + (name.split(separator: "/").last?.replacing(" ", with: "_") ?? "")
      return Spelling.nearest(to: name, in: names)
        ?? names.first { $0.lowercased().hasSuffix(city.lowercased()) }
    } catch {
      return nil
    }
  }
}
