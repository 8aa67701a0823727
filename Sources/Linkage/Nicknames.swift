/// Given names and the short forms that people answer to, in the languages of a campsite's guests.
enum Nicknames {
    /// The number, from 1, of the given name that `name` (in comparison form) is a form of. Nil where it is none we know.
    static func number(of name: [UInt8]) -> UInt32? { table[name] }

    private static let table: [[UInt8]: UInt32] = {
        var table: [[UInt8]: UInt32] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") where table[Array(name.utf8)] == nil {
                table[Array(name.utf8)] = UInt32(number + 1)
            }
        }
        return table
    }()

    private static let lines = """
        nicolas nico nicolaas klaas niklas nikolaus nicholas nick nicky
        jacqueline jacky jacquie jackie
        frederic fred freddy frederik friedrich frederick fritz
        christophe chris christoph christopher christoffel toph
        christine chris chrystine christina tina kristina
        catherine cathy kate cath katherine kathryn katharina kathrin katrin cathelyne catheline catharina trijntje kathleen katie
        alexandre alex alexander sacha lex sander sascha
        alexandra alex sandra sacha
        philippe phil philip philipp filip flip
        francois francis frans franz francesco frank
        jean john jan johann johannes johan hans juan giovanni jo
        jeanlouis jeanlou jl
        jeanpierre jp
        jeanclaude jc
        jeanmarc jm jeanmi jeanmichel
        jeanfrancois jeff
        daniel dany dan danny
        daniele danielle dany
        michel mick mike michael micha miguel michele mich mickael
        michele micheline mimi
        dominique dom domi dominik dominic
        sebastien seb sebastian bas bastien
        stephane steph stefan stephan steven stephen steve stefano
        stephanie steph stefanie fanny
        emmanuel manu emanuel manuel
        emmanuelle manu
        laurent lolo laurens lorenz lawrence larry
        laurence laura lolo
        patrick pat patrice patricio paddy
        patricia pat patty trish
        veronique vero veronika veronica
        sophie sofie sophia sofia
        isabelle isa isabel isabella elisabeth elizabeth babeth liz lisa beth betty lies liesbeth lisbeth bess eliza elise ilse elsa else
        antoine toine anton tony antonio antonius anthony toni toon ton
        benjamin ben benji
        benoit ben benedikt benedict
        thomas tom tommy thom tomas
        guillaume gui willem wilhelm william will bill willy guillermo wim willi billy
        robert bob rob bobby robbie roberto
        richard dick rick ricardo rik
        edouard ed eddy eduard edward eddie ted eduardo ned
        joseph jo jose josef joe jef giuseppe jos sepp joey
        josephine josiane jo fifi josefine
        georges georg george jorge giorgio joris jurgen
        jacques jacob jakob james jim jimmy jaap jack diego
        pierre peter piet pieter pedro pietro pete pit
        paul paulo pablo pol pauline
        charles charlie carl karl carlos karel charly
        louis luis ludwig lodewijk lewis lou luigi
        henri henry heinrich hendrik henk harry heinz rik
        andre andreas andrew andy andries andrea drew
        mathieu matthieu mathias matthias matthew matt mat matthijs thijs matteo matty
        vincent vince vincenz vicente
        samuel sam sammy
        samantha sam
        gregoire gregory greg gregor
        maximilien max maxime maximilian maxim
        raphael raph rafael
        gabriel gab gaby
        gabrielle gab gaby gabriele gabi
        theodore theo theodor dirk
        valerie val
        valentin val
        martine martina tine
        madeleine mado magdalena lena madeline maddy
        marguerite margot maggie margaret margarete greta gretel peggy meg marga margriet
        genevieve ginette viviane
        suzanne susanne suzie susan sue suzy susi susanna
        therese terry theresa teresa tess
        francoise fanfan franzi franziska frances fran
        caroline caro carolina karoline carole carrie
        virginie ginie virginia
        florence flo florentine
        florian flo
        delphine del
        celine line
        nathalie nat natalie nath natacha natalia
        pascal pasco
        corinne coco
        sylvie silvia sylvia
        helene helena helen ellen leni nelly lena
        eleonore leonore eleanor nora ellie
        charlotte lotte charly charlie lottie
        aurelie lili
        amelie amelia emily emilie
        jonathan jon jonny nathan
        zacharie zac zachary zak zach
        joshua josh
        jessica jess jessie
        rebecca becky bec becca
        jennifer jen jenny jenni
        deborah deb debbie
        victoria vicky vic tori
        victor vic viktor
        timothe tim timothy timothee
        david dave davy
        kenneth ken kenny
        ronald ron ronnie
        donald don donny
        gerald gerry jerry gerard gerhard gerd geert gerrit
        bernard bernd bernhard ben bernardo bernie
        wolfgang wolf
        joachim jochen achim jo joaquim
        ulrich uli
        manfred manni
        reinhard reiner rainer
        cornelis kees cor cornelius
        adrianus adriaan ad arjan adrian adrien
        petronella nel
        wilhelmina mina willemijn wil
        johanna hanna hannah anna anne anni annie ann jeanne joanna jo anja hanneke annick
        maria marie mary mia marieke maaike marijke miet ria
        barbara babs barb barbel babette
        alfred alf fred alfie
        albert bert al alberto albrecht bertie
        gilbert gil bert
        hubert hub bert
        leonard leo len lenny leonhard leon
        matilda mathilde tilly thilde
        penelope penny
        abigail abby abbey abbie gail
        nathaniel nate nat
        oliver olivier ollie oli
        harold harry hal
        alan allan allen al alain
        gwendolyn gwen
        zoe zoey
        """
}
