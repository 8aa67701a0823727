import ArgumentParser
import Correspondence
import Mailing

extension ClientKey: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
