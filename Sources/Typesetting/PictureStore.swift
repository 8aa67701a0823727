import Correspondence

/// A picture ready to be written: pixels or a JPEG stream.
struct Picture {
    var width: Int
    var height: Int
    /// 1 grey, 3 red, green and blue, 4 cyan, magenta, yellow and black.
    var components: Int
    /// `DCTDecode` or `FlateDecode`.
    var isJPEG: Bool
    /// CMYK of Adobe's programs counts ink backwards.
    var isInverted = false
    /// In the coding that the filter undoes.
    var data: [UInt8]
}

/// The images that letters name, each read once.
final class PictureStore {
    private let folder: String
    private var numbers: [String: Int] = [:]
    private(set) var pictures: [Picture] = []
    private(set) var sources: [String] = []

    init(folder: String) {
        self.folder = folder
    }

    /// Returns the number of an image, reading it where it is new.
    ///
    /// - Parameter source: As the template names it, relative to the template folder.
    /// - Throws: A `Problem` where the file is missing, outside the folder, or neither PNG nor JPEG.
    func number(of source: String) throws(Problem) -> Int {
        if let known = numbers[source] { return known }
        let picture = try read(source)
        pictures.append(picture)
        sources.append(source)
        numbers[source] = pictures.count - 1
        return pictures.count - 1
    }

    private func read(_ source: String) throws(Problem) -> Picture {
        let path = folder + "/" + source
        guard !source.hasPrefix("/"), !source.split(separator: "/").contains("..") else {
            throw .imageElsewhere(source, folder: folder)
        }
        guard let bytes = fileBytes(path) else { throw .imageMissing(path) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard let picture = PNGReader(bytes).picture() else { throw .imageDamaged(path) }
            return picture
        }
        if bytes.starts(with: [0xFF, 0xD8]) {
            guard let picture = JPEGHead(bytes).picture() else { throw .imageDamaged(path) }
            return picture
        }
        throw .imageUnknown(path)
    }
}

extension Problem {
    static func imageMissing(_ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "this image cannot be read.", fr: "cette image ne peut pas être lue."),
            remedy: Wording(
                en: "Put the file there, or correct the name in the template.",
                fr: "Mettez le fichier à cet endroit, ou corrigez le nom dans le modèle."))
    }

    static func imageElsewhere(_ source: String, folder: String) -> Problem {
        Problem(
            .file(source),
            Wording(
                en: "a template may only name images inside the folder \(folder).",
                fr: "un modèle ne peut nommer que des images du dossier \(folder)."),
            remedy: Wording(en: "Copy the image into \(folder)/images.", fr: "Copiez l'image dans \(folder)/images."))
    }

    static func imageDamaged(_ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "this image is damaged.", fr: "cette image est abîmée."),
            remedy: Wording(
                en: "Save it again as PNG or JPEG.", fr: "Enregistrez-la de nouveau en PNG ou en JPEG."))
    }

    static func imageUnknown(_ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "this image is neither PNG nor JPEG.", fr: "cette image n'est ni PNG ni JPEG."),
            remedy: Wording(en: "Save it as PNG or JPEG.", fr: "Enregistrez-la en PNG ou en JPEG."))
    }
}
