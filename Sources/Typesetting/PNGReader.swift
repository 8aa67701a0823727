import CPNG

/// Reads PNG pictures by libpng and puts them on white paper.
///
/// What comes out has 8 bits a component, and one component only where the whole picture is grey.
struct PNGReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The most pixels that a letter's picture may have. libpng reads no more than they need, whatever the file holds.
    static let pixelLimit = 40_000_000

    /// Returns the picture, or nil where the file is damaged or absurdly large.
    func picture() -> Picture? {
        // libpng keeps the address of the file's bytes between its two calls.
        guard let (width, height, pixels) = bytes.withUnsafeBytes(PNGReader.pixels) else { return nil }
        let grey = PNGReader.grey(pixels)
        return Picture(
            width: width, height: height, components: grey == nil ? 3 : 1, isJPEG: false,
            data: Deflate.zlib(grey ?? pixels))
    }

    /// Red, green and blue of each pixel.
    private static func pixels(of file: UnsafeRawBufferPointer) -> (width: Int, height: Int, pixels: [UInt8])? {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { return nil }
        defer { png_image_free(&image) }
        let (width, height) = (Int(image.width), Int(image.height))
        guard width > 0, height > 0, width <= pixelLimit / height else { return nil }
        // Colours of 16 bits without a word about them are meant as all others are, not as amounts of light.
        image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
        let hasAlpha = image.format & PNG_FORMAT_FLAG_ALPHA != 0
        image.format = PNG_FORMAT_FLAG_COLOR | (hasAlpha ? PNG_FORMAT_FLAG_ALPHA : 0)
        var pixels = [UInt8](repeating: 0, count: width * height * (hasAlpha ? 4 : 3))
        guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return nil }
        return (width, height, hasAlpha ? onWhite(pixels) : pixels)
    }

    /// Red, green and blue of pixels that had an opacity too, on white paper.
    ///
    /// Mixed as browsers do, component by component, so that a logo looks as its author saw it.
    private static func onWhite(_ pixels: [UInt8]) -> [UInt8] {
        var mixed = [UInt8](repeating: 255, count: pixels.count / 4 * 3)
        for (place, pixel) in zip(stride(from: 0, to: mixed.count, by: 3), stride(from: 0, to: pixels.count, by: 4)) {
            let alpha = Int(pixels[pixel + 3])
            for part in 0..<3 {
                mixed[place + part] = UInt8((Int(pixels[pixel + part]) * alpha + 255 * (255 - alpha) + 127) / 255)
            }
        }
        return mixed
    }

    /// One component a pixel, nil where some pixel has a colour.
    private static func grey(_ pixels: [UInt8]) -> [UInt8]? {
        let places = stride(from: 0, to: pixels.count, by: 3)
        for place in places where pixels[place] != pixels[place + 1] || pixels[place] != pixels[place + 2] {
            return nil
        }
        return places.map { pixels[$0] }
    }
}
